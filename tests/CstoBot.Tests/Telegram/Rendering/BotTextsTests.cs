using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class BotTextsTests
{
    [Theory]
    [InlineData(0.2, "1 s")]
    [InlineData(59.1, "1 min")]
    [InlineData(61, "2 min")]
    [InlineData(3600, "1 h")]
    [InlineData(7500, "2 h 5 min")]
    public void Rounds_a_wait_up(double seconds, string expected) =>
        Assert.Equal(expected, BotTexts.For(Language.English).Wait(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_tapped_button_says_fits_the_200_characters_that_Telegram_takes(bool russian)
    {
        var texts = BotTexts.For(russian ? Language.Russian : Language.English);

        Assert.InRange(texts.ButtonExpired.Length, 1, 200);
        Assert.InRange(texts.ThanksForVote.Length, 1, 200);
        Assert.InRange(texts.WhyNotGood.Length, 1, 200);
        Assert.InRange(texts.NothingMore.Length, 1, 200);
        Assert.InRange(texts.DocumentChanged.Length, 1, 200);
    }

    [Theory]
    [InlineData("Кто?", "en", true)]
    [InlineData("Who?", "ru", false)]
    [InlineData("2002?", "ru-RU", true)]
    [InlineData("2002?", null, false)]
    public void Speaks_the_language_of_the_question_then_that_of_the_user(string text, string? code, bool russian) =>
        Assert.Equal(russian ? Language.Russian : Language.English, LanguageDetector.Of(text, code));
}
