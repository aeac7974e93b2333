using CstoBot.Conversations;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval.Analysis;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Moderation.Curated;

/// <summary>What holds for all questions.</summary>
public sealed class AnyLikenessTests
{
    private static readonly string[] Words =
    [
        "who", "what", "when", "did", "does", "is", "was", "not", "never", "the", "of", "to", "from", "in", "before", "after", "all", "some", "council", "members",
        "joined", "left", "criticise", "exercises", "Armenia", "Russia", "CSTO", "Collective Security Treaty Organization", "Tasmagambetov", "2023", "2024", "please",
        "кто", "когда", "не", "ОДКБ", "Армения", "Армению", "критикует", "вступила", "вышла", "5", "%", "Armenia's",
    ];

    private static readonly Arbitrary<string> Questions = Gen.Elements(Words).NonEmptyListOf().Select(words => string.Join(' ', words)).ToArbitrary();

    [Fact]
    public void Likeness_is_the_same_both_ways() => Prop
        .ForAll(Questions, Questions, (one, other) => Same(Compare(one, other), Compare(other, one)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void A_question_is_like_itself_when_it_has_any_word() => Prop
        .ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), any => TextAnalyzer.Analyze(any.Get).Count == 0 || Compare(any.Get, any.Get) == new Likeness(1, IsSame: true))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_is_the_same_across_another_name_or_number() => Prop
        .ForAll(Questions, Gen.Elements("Armenia", "Россия", "2031", "7", "TASS", "not", "не").ToArbitrary(), (question, further) =>
            !Compare(question, $"{question} {further}").IsSame && !Compare($"{further} {question}", question).IsSame)
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Two_words_changed_for_each_other_make_another_question() => Prop
        .ForAll(Questions, question => Swapped(question) is not { } swapped || !Compare(question, swapped).IsSame)
        .QuickCheckThrowOnFailure();

    private static bool Same(Likeness one, Likeness other) => one.IsSame == other.IsSame && Math.Abs(one.Score - other.Score) < 1e-9;

    /// <summary>The first name and the last number or name, each in the other's place; null where there are no two.</summary>
    private static string? Swapped(string question)
    {
        var words = question.Split(' ');
        var names = Enumerable.Range(0, words.Length).Where(place => words[place] is "Armenia" or "Russia" or "Tasmagambetov" or "2023" or "2024").ToList();
        if (names.Count < 2 || words[names[0]] == words[names[^1]])
        {
            return null;
        }

        (words[names[0]], words[names[^1]]) = (words[names[^1]], words[names[0]]);
        return string.Join(' ', words);
    }

    private static Likeness Compare(string one, string other) => QuestionLikeness.Of(Read(one), Read(other));

    private static ReadQuestion Read(string text) => ReadQuestion.Of(new StandaloneQuestion(text, null), Language.English, SomeCorpus.Seeds);
}
