using CstoBot.Conversations;
using Xunit;

namespace CstoBot.Tests.Conversations;

public sealed class SmallTalkTests
{
    [Theory]
    [InlineData("Hi")]
    [InlineData("hello there!")]
    [InlineData("Good morning")]
    [InlineData("thanks a lot")]
    [InlineData("Thank you very much for your help!")]
    [InlineData("bye, see you later")]
    [InlineData("Who are you?")]
    [InlineData("what can you do")]
    [InlineData("Are you a bot?")]
    [InlineData("How are you?")]
    [InlineData("How are you doing today?")]
    [InlineData("hi, how's it going?")]
    [InlineData("help")]
    [InlineData("Привет!")]
    [InlineData("Добрый день")]
    [InlineData("здравствуйте")]
    [InlineData("Спасибо большое за помощь")]
    [InlineData("до свидания")]
    [InlineData("Кто ты?")]
    [InlineData("Что ты умеешь?")]
    [InlineData("Как дела?")]
    [InlineData("Как вы поживаете?")]
    [InlineData("Привет, как ты сегодня?")]
    public void Small_talk_is_answered_by_the_bot_itself(string text) => Assert.NotNull(SmallTalk.ReplyOrNull(text, Language.English));

    [Theory]
    [InlineData("Hi, what is the CSTO?")]
    [InlineData("Thanks. And who is the secretary general?")]
    [InlineData("Who thanked Kazakhstan?")]
    [InlineData("What can the CSTO do?")]
    [InlineData("How are things in Armenia?")]
    [InlineData("How are you going to expand?")]
    [InlineData("Is there help for Russia?")]
    [InlineData("What is the day of the summit?")]
    [InlineData("What do you know about NATO?")]
    [InlineData("Привет, кто генеральный секретарь?")]
    [InlineData("Как вы оцениваете угрозы?")]
    [InlineData("Как вы видите будущее?")]
    [InlineData("Как дела в Армении?")]
    [InlineData("Что вы можете сказать о Дагестане?")]
    [InlineData("Какой день саммита?")]
    [InlineData("?")]
    [InlineData("👍")]
    [InlineData("")]
    public void A_question_is_no_small_talk(string text) => Assert.Null(SmallTalk.ReplyOrNull(text, Language.English));

    [Fact]
    public void A_long_text_is_no_small_talk() => Assert.Null(SmallTalk.ReplyOrNull(string.Concat(Enumerable.Repeat("thanks ", 50)), Language.English));

    [Fact]
    public void The_reply_is_in_the_users_language()
    {
        Assert.StartsWith("Hello", SmallTalk.ReplyOrNull("Hi", Language.English), StringComparison.Ordinal);
        Assert.StartsWith("Здравствуйте", SmallTalk.ReplyOrNull("Привет", Language.Russian), StringComparison.Ordinal);
    }
}
