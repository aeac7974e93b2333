using CstoBot.Conversations;
using Xunit;

namespace CstoBot.Tests.Conversations;

public sealed class LanguageDetectorTests
{
    [Theory]
    [InlineData("What is the CSTO?", null, "English")]
    [InlineData("Что такое CSTO?", null, "Russian")]
    [InlineData("What is ОДКБ?", null, "English")]
    [InlineData("2024?", "ru", "Russian")]
    [InlineData("2024?", "ru-RU", "Russian")]
    [InlineData("2024?", "de", "English")]
    [InlineData("👍", null, "English")]
    [InlineData("What?", "ru", "English")]
    [InlineData("集団", "ru", "Russian")]
    public void The_question_decides_and_then_the_user(string question, string? code, string language) =>
        Assert.Equal(language, LanguageDetector.Of(question, code).ToString());
}
