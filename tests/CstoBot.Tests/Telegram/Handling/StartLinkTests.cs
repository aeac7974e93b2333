using System.Text;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using FsCheck.Fluent;
using FsCheck;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class StartLinkTests
{
    private static readonly BotIdentity Bot = new(9, "CstoBot");

    [Theory]
    [InlineData("Кто генсек ОДКБ?")]
    [InlineData("Who? <b>&amp;")]
    public void A_question_comes_through_a_link_unchanged(string question)
    {
        var link = new StartLink.Ask(question).ToOrNull(Bot);

        Assert.NotNull(link);
        Assert.StartsWith("https://t.me/CstoBot?start=ask_", link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(new StartLink.Ask(question), StartLink.ParseOrNull(link.Query["?start=".Length..]));
    }

    [Fact]
    public void What_does_not_fit_a_link_gets_none() => Assert.Null(new StartLink.Ask(new string('я', 23)).ToOrNull(Bot));

    [Fact]
    public void Answers_documents_and_commands_have_links_too()
    {
        Assert.Equal(new StartLink.AskAgain(1234567890123456789), StartLink.ParseOrNull("ask_1234567890123456789"));
        Assert.Equal(new StartLink.ShowDocument("000_3ca5ed3b206a55fc"), StartLink.ParseOrNull("doc_000_3ca5ed3b206a55fc"));
        Assert.Equal(new StartLink.Run("forget"), StartLink.ParseOrNull("forget"));
    }

    [Theory]
    [InlineData("000_3ca5ed3b206a55fc.txt")]
    [InlineData("Отчёт 2024.md")]
    public void A_document_is_found_by_its_link(string name)
    {
        var link = StartLink.ShowDocument.Of(name).ToOrNull(Bot);

        Assert.NotNull(link);
        var read = Assert.IsType<StartLink.ShowDocument>(StartLink.ParseOrNull(link.Query["?start=".Length..]));
        Assert.True(read.IsFor(name));
        Assert.False(read.IsFor("other.txt"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reload")]
    [InlineData("ask_")]
    [InlineData("ask_99999999999999999999999999")]
    [InlineData("ask_\u0663")]
    [InlineData("ask_gICA")]
    [InlineData("ask_ICAg")]
    [InlineData("ask_A")]
    [InlineData("doc_../../etc/passwd")]
    [InlineData("doc_")]
    [InlineData("forget yes")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggg")]
    public void What_nobody_of_us_wrote_is_no_link(string payload) => Assert.Null(StartLink.ParseOrNull(payload));

    [Fact]
    public void Anything_may_follow_start() => Prop.ForAll<NonNull<string>, byte[]>((text, bytes) =>
    {
        StartLink.ParseOrNull(text.Get);
        var read = StartLink.ParseOrNull("ask_" + System.Buffers.Text.Base64Url.EncodeToString(bytes.Take(45).ToArray()));
        return read is not StartLink.Ask ask || (ask.Question.Length > 0 && !ask.Question.Any(char.IsControl) && Encoding.UTF8.GetByteCount(ask.Question) <= 45);
    }).QuickCheckThrowOnFailure();
}
