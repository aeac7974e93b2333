using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Answering;

/// <summary>What must hold of any text whatever, as a document and as a question.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "The council met in Minsk. ", "Совет собрался в Минске. ", "CSTO", "ОДКБ ", "07.07.2025", "\n", "\r\n", "\n\n", "\f", " ", "\u00A0", "\u2028", "\u0085",
        "— Why?", "— Because.", "1. How?", "Q: ", "Go back", "Heading of it", "# ", "\"", "“", "”", "«", "»", "'", ".", "...", "…", "!", "?", ",", ";", ":",
        "U.N. ", "г. ", "I. ", "3.14", "٠٧.٠٧.٢٠٢٥", "\0", "\u0007", "\u001b[31m", "\uFEFF", "\uD800", "\uDC00", "😀", "e\u0301", "\u202E", "שלום ", "مرحبا. ",
        "条約。", "[1]", "[", "]", "<b>", "&amp;", "{{", "x", "word ", "date 2024-06-24 ", "MOSCOW, June 24. /TASS/. ", "This is it. ", "when ", "which countries ", "\t",
    ];

    internal static readonly Arbitrary<string> Texts = Gen.Frequency(
        (6, Gen.Elements(Pieces).ArrayOf().Select(string.Concat)),
        (2, Gen.Choose(0, char.MaxValue).Select(unit => (char)unit).ArrayOf().Select(units => new string(units))),
        (1, Gen.Elements(Pieces).SelectMany(piece => Gen.Choose(1, 3_000).Select(times => string.Concat(Enumerable.Repeat(piece, times)))))).ToArbitrary();

    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(60);

    [Fact]
    public void Paragraphs_and_sentences_are_in_order_apart_and_inside() => Prop.ForAll(Texts, text =>
    {
        var paragraphs = ParagraphSplitter.Split(text);

        AreOrderedWithin(paragraphs, new TextSpan(0, text.Length));
        foreach (var paragraph in paragraphs)
        {
            var sentences = SentenceSplitter.Split(text, paragraph);
            AreOrderedWithin(sentences, paragraph);
            Assert.NotEmpty(sentences);
            Assert.Equal(WithoutBlanks(paragraph.Of(text)), WithoutBlanks(string.Concat(sentences.Select(sentence => sentence.Of(text)))));
        }
    }).Check(Some);

    [Fact]
    public void Chunks_lie_inside_their_sections_and_sections_hold_content() => Prop.ForAll(Texts, text =>
    {
        var sections = Sectioner.Split(text, FrontLine.Read(text).ContentStart);

        foreach (var chunk in Chunker.Split(new SourceDocument("a.txt", text, "", DocumentMetadata.Unknown, sections)))
        {
            var allowed = chunk.Section.Paragraphs.Concat(chunk.Section.HeadingLines).Concat(chunk.Section.Question is { } question ? [question] : []).ToList();
            Assert.All(chunk.Sentences, sentence => Assert.Contains(allowed, span => span.Contains(sentence.Span)));
            Assert.All(chunk.Sentences, sentence => Assert.InRange(sentence.Span.Length, 1, SentenceSplitter.MaxLength));
        }

        Assert.All(sections, section => Assert.All(section.Paragraphs, paragraph => Assert.True(paragraph.Length > 0)));
    }).Check(Some);

    [Fact]
    public void Any_question_gets_an_outcome_with_true_citations() =>
        Prop.ForAll(Texts, question => Check(SomeCorpus.Seeds, question)).Check(Some);

    [Fact]
    public void Any_document_is_quoted_as_it_stands() => Prop.ForAll(Texts, text =>
    {
        if (TryIndex(text) is { } index)
        {
            Check(index, "When did the council meet in Minsk, and which countries?");
            Check(index, "Где собрался совет ОДКБ?");
            Check(index, text.Length > 4_096 ? text[..4_096] : text);
        }
    }).Check(Some.WithMaxTest(120));

    [Fact]
    public void Any_line_of_questions_is_read_or_told() => Prop.ForAll(Texts, text =>
    {
        foreach (var line in new[] { text, $"{{\"id\":\"a\",\"question\":\"{text}\"}}", $"{{\"id\":{text},\"question\":5}}" })
        {
            var parsed = QuestionLine.Parse(line);
            Assert.True(parsed.Conversation is null != parsed.Error is null);
        }
    }).Check(Some);

    [Fact]
    public void Any_text_beside_the_documents_is_read_or_told() => Prop.ForAll(Texts, text =>
    {
        Tolerate(() => SourceManifest.Parse(new StringReader(text)));
        Tolerate(() => SourceManifest.Parse(new StringReader($"documents:\n  - file: {text}")));
        Tolerate(() => GlossaryFile.Parse(new StringReader(text)));
        Tolerate(() => GlossaryFile.Parse(new StringReader($"names:\n  - [{text}]")));
    }).Check(Some);

    private static void Check(PassageIndex index, string question)
    {
        var outcome = index.AskAsync(question, "Where was the summit held?").GetAwaiter().GetResult();

        Assert.NotEmpty(AnswerText.Render(outcome));
        Assert.DoesNotContain('\n', AnswerJson.Outcome("a", outcome, "v1", TimeSpan.Zero));
        if (outcome is AnswerOutcome.Answered answered)
        {
            SomeAnswer.HasTrueCitations(answered.Answer, index.Corpus);
        }
    }

    private static PassageIndex? TryIndex(string text)
    {
        try
        {
            return SomeCorpus.Index(text, "The council met in Minsk.");
        }
        catch (UnreadableDocumentException)
        {
            return null;
        }
    }

    private static void Tolerate(Action read)
    {
        try
        {
            read();
        }
        catch (SourcesUnavailableException exception)
        {
            Assert.DoesNotContain('\n', exception.Message);
        }
    }

    private static void AreOrderedWithin(IReadOnlyList<TextSpan> spans, TextSpan whole)
    {
        Assert.All(spans, span => Assert.True(whole.Contains(span) && span.Length > 0));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.True(pair.First.End <= pair.Second.Start));
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));
}
