using CstoBot.Retrieval.Analysis;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Verification;

namespace CstoBot.Composition;

/// <summary>Answers with the documents' own sentences: the few that account best for the question, verbatim. Needs no model. Pure.</summary>
internal static class QuotingComposer
{
    public const string Name = "quotes";

    /// <param name="findings">The evidence for each part of the question that has enough, in order; one or more.</param>
    /// <param name="unanswered">The other parts, in the user's words; empty when all have evidence.</param>
    public static Draft Compose(IReadOnlyList<Finding> findings, IReadOnlyList<string> unanswered, PhraseBook phrases)
    {
        var chosen = WithoutRepeats(findings.SelectMany(finding => finding.Chosen.Select(item => (Finding: finding, Item: item, Span: Quotable(item, finding.Question)))).ToList());
        var manyDocuments = chosen.Select(quote => quote.Item.Document.Name).Distinct().Count() > 1;
        var datesDiffer = chosen.Select(quote => quote.Item.DateOrNull).OfType<DateOnly>().Distinct().Count() > 1;
        var verdict = findings is [{ Denial: null } only] && chosen is [var single] ? Verdict.OrNull(only.Question, single.Item) : null;
        return new Draft(
            Lead(findings, unanswered, manyDocuments, chosen.Exists(quote => IsOtherLanguage(quote.Item, quote.Span, phrases)), phrases),
            chosen.ConvertAll(quote => Statement(quote.Item, quote.Span, manyDocuments, quote.Finding.Question.AsksOfTime ? quote.Item.DateOrNull is not null : datesDiffer && !IsList(quote.Finding), verdict, findings.Count > 1 && IsDenied(quote.Finding), phrases)),
            findings.Min(finding => finding.Confidence),
            SourcesDiffer: findings.Any(IsDenied) || (datesDiffer && manyDocuments && !findings.All(IsList)));
    }

    /// <summary>A further sentence.</summary>
    /// <param name="attribute">Whether to say whose words it is and of when.</param>
    public static DraftStatement Quote(Evidence item, bool attribute, PhraseBook phrases) =>
        Statement(item, Quotable(item, item.Sentence.Sentence.Span), attribute, showDate: false, verdict: null, isDenial: false, phrases);

    /// <summary>A sentence by itself: with whose words they are where somebody speaks of themselves.</summary>
    public static DraftStatement Quote(AnalyzedChunk chunk, int position, PhraseBook phrases)
    {
        var item = new Evidence(chunk, ChunkNumber: 0, position, Score: 0, new ConceptMatches([], [], []), Reservations: 0);
        return Statement(item, Quotable(item, item.Sentence.Sentence.Span), attribute: false, showDate: false, verdict: null, isDenial: false, phrases);
    }

    private static string? Lead(IReadOnlyList<Finding> findings, IReadOnlyList<string> unanswered, bool manyDocuments, bool otherLanguage, PhraseBook phrases)
    {
        var frame = findings is [var only] && IsDenied(only) ? phrases.Otherwise + ":" : phrases.Lead(manyDocuments, otherLanguage);
        return unanswered.Count == 0 ? frame : frame is null ? phrases.Unanswered(unanswered) : $"{phrases.Unanswered(unanswered)} {frame}";
    }

    /// <summary>The items of a list go together, whatever their dates.</summary>
    private static bool IsList(Finding finding) => finding.Question.Kind is QuestionKind.List or QuestionKind.Names;

    private static bool IsOtherLanguage(Evidence item, TextSpan span, PhraseBook phrases) =>
        LanguageDetector.DetectOrNull(span.In(item.Document.Text)) is { } language && language != phrases.Language;

    /// <summary>"Did A leave?" takes nothing for granted, so that nothing is otherwise.</summary>
    private static bool IsDenied(Finding finding) => finding.Denial is not null && finding.Question.Kind != QuestionKind.YesNo;

    /// <summary>Without what another quote shows too, together with the sentence before it.</summary>
    private static List<(Finding Finding, Evidence Item, TextSpan Span)> WithoutRepeats(List<(Finding Finding, Evidence Item, TextSpan Span)> quotes) =>
        quotes.Where((quote, place) => !quotes.Where((other, otherPlace) => other.Item.Document == quote.Item.Document
            && other.Span.Contains(quote.Span) && (other.Span != quote.Span || otherPlace < place)).Any()).ToList();

    /// <summary>The sentence, with the one before it when it cannot be understood alone; of an endless one what answers.</summary>
    private static TextSpan Quotable(Evidence item, WeighedQuestion question) =>
        Quotable(item, Clauses.Narrow(item.Sentence, question.Query.Concepts, question.Weights));

    private static TextSpan Quotable(Evidence item, TextSpan part)
    {
        var (text, span) = (item.Document.Text, part);
        if (span == item.Sentence.Sentence.Span && item.Position > 0 && Anaphora.NeedsPredecessor(item.Sentence))
        {
            var before = item.Chunk.Sentences[item.Position - 1].Sentence;
            var between = TextSpan.FromBounds(before.Span.End, span.Start).In(text);
            if (before.Role == item.Sentence.Sentence.Role && between.IsWhiteSpace())
            {
                span = TextSpan.FromBounds(before.Span.Start, span.End);
            }
        }

        return Quotation.Tidy(text, span);
    }

    private static DraftStatement Statement(Evidence item, TextSpan span, bool attribute, bool showDate, bool? verdict, bool isDenial, PhraseBook phrases)
    {
        var quote = span.Of(item.Document.Text);
        var introduction = string.Concat(new[]
        {
            isDenial ? phrases.Otherwise : null,
            verdict is { } isSo ? phrases.Verdict(isSo) : null,
            attribute ? phrases.Attribution(item.Document, item.Section)
                : item.Section.Speaker is { } speaker && FirstPerson.Speaks(item.Sentence) ? phrases.Speaker(speaker, item.DateOrNull)
                : showDate ? phrases.Date(item.DateOrNull)
                : null,
            item.Sentence.Sentence.Role != SentenceRole.InterviewerQuestion ? null : item.Section.Speaker is null ? phrases.TextAsks : phrases.InterviewerAsked,
        }.OfType<string>().Select(part => part + ": "));
        var remark = item.IsPartOfList ? phrases.PartOfList : BrokenText.EndsAt(item.Document, item.Section, span) ? phrases.BreaksOff : null;
        return new DraftStatement(introduction + Quotation.Show(quote) + remark, [new DraftQuote(item.Document, item.Section, span, quote)], introduction, remark);
    }
}
