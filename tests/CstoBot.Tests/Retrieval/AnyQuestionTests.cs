using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval;

/// <summary>What must hold of any question whatever, over the shipped documents and their glossary.</summary>
public sealed class AnyQuestionTests
{
    private static readonly string[] Pieces =
    [
        "ОДКБ", "CSTO", "secretery", "генсек", "kogda", "sammit", "rjulf", "Vbycrt", "JLR<", "Тасмагамбетовым", "Tasmagambetoff", " ", " ", " ", "\t", "?", ",", ".", "-", "'",
        "’", "U.N.", "3-го", "1st", "2024", "٢٠٢٤", "e\u0301", "и\u0306", "\u00AD", "\u200B", "\uFEFF", "ﬃ", "Ｃ", "\uD83D", "\uDE00", "😀", "条約", "שלום", "İ", "ß", "AND",
        "\"", "*", "~2", "\0", "[]", "{};:<>", "the", "и", "x", "Ъ", "ьь", new string('z', 300), new string('щ', 300),
    ];

    private static readonly Arbitrary<string> Questions = Gen.Frequency(
        (5, Gen.Elements(Pieces).ArrayOf().Select(string.Concat)),
        (2, Gen.Choose(0, char.MaxValue).Select(unit => (char)unit).ArrayOf().Select(units => new string(units)))).ToArbitrary();

    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40);

    [Fact]
    public void Words_stand_in_order_inside_the_text() => Prop.ForAll(Questions, text =>
    {
        var end = 0;
        foreach (var term in TextAnalyzer.Analyze(text))
        {
            Assert.InRange(term.Start, end, text.Length);
            Assert.InRange(term.End, term.Start + 1, text.Length);
            Assert.NotEmpty(term.Exact);
            end = term.End;
        }
    }).Check(Some);

    [Fact]
    public void Every_question_is_read_and_its_concepts_are_in_it() => Prop.ForAll(Questions, text =>
    {
        var question = QueryAnalyzer.Analyze(text, SomeCorpus.Seeds);

        Assert.All(question.Terms, term => Assert.InRange(term.End, term.Start + 1, text.Length));
        Assert.All(question.Concepts, concept =>
        {
            Assert.Contains(concept.Text, text, StringComparison.Ordinal);
            Assert.All(concept.Forms, form => Assert.InRange(form.Strength, 0.01, 1));
            Assert.Equal(1, concept.Forms[0].Strength);
            Assert.True(double.IsFinite(concept.Weight) && concept.Weight >= 0);
        });
    }).Check(Some);

    [Fact]
    public void The_other_layout_is_as_long_as_the_text() => Prop.ForAll(Questions, text =>
        Assert.Equal(text.Length, LayoutRepair.Of(text, new Vocabulary(SomeCorpus.Seeds)).Length)).Check(Some);

    [Fact]
    public void Four_thousand_unknown_words_are_read() =>
        Assert.NotEmpty(QueryAnalyzer.Analyze(string.Join(' ', Enumerable.Range(0, 4_000).Select(number => $"unbekanntes{(char)('a' + (number % 26))}wort")), SomeCorpus.Seeds).Concepts);
}
