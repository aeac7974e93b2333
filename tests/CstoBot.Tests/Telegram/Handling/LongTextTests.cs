using CstoBot.Telegram.Handling;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class LongTextTests
{
    private static readonly string Article = string.Concat(Enumerable.Repeat("The council met in Yerevan. It adopted a statement. ", 30));

    [Fact]
    public void A_short_text_is_the_question_as_it_is() => Assert.Equal("Who? When. ", LongText.QuestionOrNull("Who? When. "));

    [Fact]
    public void Of_a_long_text_the_questions_are_asked() =>
        Assert.Equal("Who chaired it? And when was it?!"[..32], LongText.QuestionOrNull($"{Article}\nWho chaired it? And when was it?")![..32]);

    [Fact]
    public void A_long_text_without_a_question_asks_nothing()
    {
        Assert.Null(LongText.QuestionOrNull(Article));
        Assert.Null(LongText.QuestionOrNull(new string('?', 3_000)));
    }

    [Fact]
    public void Whatever_is_pasted_the_question_is_short_and_stands_in_it() => Prop.ForAll<NonNull<string>, PositiveInt>((text, times) =>
    {
        var pasted = string.Concat(Enumerable.Repeat(text.Get + " ", Math.Min(times.Get * 50, 2_000)));
        var question = LongText.QuestionOrNull(pasted);
        return (question is null || question.Length <= LongText.MaxQuestion) && LongText.Beginning(pasted).Length <= LongText.MaxQuestion;
    }).QuickCheckThrowOnFailure();
}
