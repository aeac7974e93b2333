using System.Text;
using CstoBot.Answering;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Telegram.Bot;
using Telegram.Bot.Types.Enums;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

/// <summary>Whatever the texts, a strict Telegram accepts every part, and the reader sees just what was meant.</summary>
public sealed class MarkupTortureTests
{
    private static readonly string[] Nasty =
    [
        "<", ">", "&", "\"", "'", "</b>", "<a href=\"", "&amp;", "&#0;", "😀", "👨‍👩‍👧‍👦", "\ud83d", "\ude00", "e\u0301\u0323", "\u202E", "\u2067",
        "\u200F", "عربى", "שלום", "\0", "\u001b", "\r\n", "\n\n", "\t", " ", "[1]", "слово. ", "Word! ", "…»", "\uFEFF", "\uFFFF",
    ];

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.ListOf(Gen.Elements(Nasty), 300).Select(string.Concat),
        Gen.ListOf(Gen.Elements(Nasty), 20).Select(string.Concat),
        ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""),
        Gen.Elements(Nasty).Select(piece => string.Concat(Enumerable.Repeat(piece, 1 + (10_000 / piece.Length)))),
        Gen.Elements("x", "😀", "e\u0301").Select(piece => new StringBuilder().Insert(0, piece, 4_090 / piece.Length).ToString()));

    [Fact]
    public async Task Every_message_is_accepted_and_reads_as_intended()
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0, RateLimits = false }, CancellationToken.None);
        var chat = sandbox.PrivateChat(sandbox.User);
        sandbox.Send(sandbox.User, chat, "/start");
        var client = new TelegramBotClient(new TelegramBotClientOptions(sandbox.BotToken, sandbox.Address.ToString()));

        foreach (var texts in Texts.Three().Sample(150))
        {
            var (statement, title, quote) = texts;
            var answer = Some.Answer(statement, quote) with { Citations = [Some.Citation(1, title: title, publisher: title, quote: quote), Some.Citation(2)] };
            await AssertAcceptedAsync(client, sandbox, chat, OutcomeRenderer.Render(new AnswerOutcome.Answered(answer), long.MaxValue));
            await AssertAcceptedAsync(client, sandbox, chat, [PassageRenderer.Render(answer.Citations[0], answer.Language)]);
        }
    }

    private static async Task AssertAcceptedAsync(ITelegramBotClient client, SandboxServer sandbox, SandboxChat chat, IReadOnlyList<RenderedMessage> messages)
    {
        foreach (var message in messages)
        {
            Assert.InRange(message.Text.Plain.Length, 1, TelegramHtml.MaxLength);
            var sent = await client.SendMessage(chat.Id, message.Text.Html, parseMode: ParseMode.Html, cancellationToken: CancellationToken.None);
            var shown = sandbox.Messages(chat).Last(stored => stored.Id == sent.Id).Text;
            Assert.Equal(message.Text.Plain.Trim(), shown.Trim());
        }
    }
}
