using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class LiveRendererTests
{
    [Fact]
    public void Shows_the_statements_as_they_will_stand_there_and_that_more_comes()
    {
        var text = LiveRenderer.Render(Some.Answer("Six <states> & more.", "\"Two\"."), heading: "Who?");

        Assert.Equal("<b>Who?</b>\n\nSix &lt;states&gt; &amp; more. [1]\n\n&quot;Two&quot;. [2]\n\n…", text.Html);
        Assert.Equal("Who?\n\nSix <states> & more. [1]\n\n\"Two\". [2]\n\n…", text.Plain);
    }

    [Fact]
    public void What_is_shown_is_how_the_whole_answer_begins()
    {
        var answer = Some.Answer("One.", "Two.");

        var shown = LiveRenderer.Render(answer with { Statements = [answer.Statements[0]] }, heading: null).Plain;

        Assert.StartsWith(shown.TrimEnd('…').TrimEnd(), OutcomeRenderer.Render(Some.Answered("One.", "Two."), 1)[0].Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_never_longer_than_a_message()
    {
        var lengths = Gen.ListOf(Gen.Choose(1, 5_000)).Where(all => all.Count > 0).ToArbitrary();

        Prop.ForAll(lengths, all =>
            LiveRenderer.Render(Some.Answer([.. all.Select(length => new string('a', length))]), heading: null).Plain.Length <= TelegramHtml.MaxLength)
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(Language.English, "⏹ Stop")]
    [InlineData(Language.Russian, "⏹ Остановить")]
    internal void Has_a_button_to_stop_in_the_language_of_the_answer(Language language, string label) =>
        Assert.Equal(new Button(label, "s:7"), Assert.Single(Assert.Single(LiveRenderer.StopButton(7, language).Rows)));
}
