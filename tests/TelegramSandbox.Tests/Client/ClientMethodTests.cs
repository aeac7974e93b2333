using System.Text;
using Telegram.Bot;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramSandbox.Tests.Client;

/// <summary>What the genuine client sends for each method is understood, and what comes back is understood by it.</summary>
public sealed class ClientMethodTests
{
    [Fact]
    public async Task Explicit_entities_and_markdown_arrive()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();

        await client.SendMessage(
            sandbox.Private.Id,
            "bold link",
            entities: [new MessageEntity { Type = MessageEntityType.Bold, Offset = 0, Length = 4 }, new MessageEntity { Type = MessageEntityType.TextLink, Offset = 5, Length = 4, Url = "https://a.org/" }],
            linkPreviewOptions: LinkPreviewOptions.Disabled,
            disableNotification: true,
            cancellationToken: StartedSandbox.Cancelled);
        await client.SendMessage(sandbox.Private.Id, "*b* _i_", ParseMode.MarkdownV2, cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(
            ["<b>bold</b> <a href=\"https://a.org/\">link</a>", "<b>b</b> <i>i</i>"],
            sandbox.Server.Messages(sandbox.Private).Skip(1).Select(message => message.Html));
    }

    [Fact]
    public async Task Drafts_actions_and_reactions_are_accepted()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();
        var asked = sandbox.Server.Messages(sandbox.Private)[0].Id;

        await client.SendChatAction(sandbox.Private.Id, ChatAction.Typing, cancellationToken: StartedSandbox.Cancelled);
        await client.SendMessageDraft(sandbox.Private.Id, 7, "So f", cancellationToken: StartedSandbox.Cancelled);
        await client.SetMessageReaction(sandbox.Private.Id, asked, ["👀"], cancellationToken: StartedSandbox.Cancelled);
        Assert.Equal("👀", sandbox.Server.Messages(sandbox.Private)[0].Reactions[sandbox.Server.BotId]);

        await client.SetMessageReaction(sandbox.Private.Id, asked, [], cancellationToken: StartedSandbox.Cancelled);
        Assert.Empty(sandbox.Server.Messages(sandbox.Private)[0].Reactions);
    }

    [Fact]
    public async Task Every_kind_of_button_comes_back()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var keyboard = new InlineKeyboardMarkup(
        [
            [InlineKeyboardButton.WithCallbackData("data", "d"), InlineKeyboardButton.WithUrl("url", "https://a.org/")],
            [InlineKeyboardButton.WithCopyText("copy", "c"), InlineKeyboardButton.WithSwitchInlineQuery("inline", "q")],
        ]);

        var sent = await sandbox.Client().SendMessage(sandbox.Private.Id, "x", replyMarkup: keyboard, cancellationToken: StartedSandbox.Cancelled);

        var buttons = sent.ReplyMarkup!.InlineKeyboard.SelectMany(row => row).ToList();
        Assert.Equal(["data", "url", "copy", "inline"], buttons.Select(button => button.Text));
        Assert.Equal("c", buttons[2].CopyText!.Text);
        Assert.Equal("q", buttons[3].SwitchInlineQuery);
    }

    [Fact]
    public async Task An_inline_query_is_answered()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var client = sandbox.Client();
        var asked = sandbox.Server.InlineQuery(sandbox.Server.Moderator, "ОДКБ");

        var query = Assert.Single(await client.GetUpdates(cancellationToken: StartedSandbox.Cancelled)).InlineQuery!;
        await client.AnswerInlineQuery(
            query.Id,
            [new InlineQueryResultArticle("1", "Founded", new InputTextMessageContent("<b>2002</b>") { ParseMode = ParseMode.Html })],
            cacheTime: 0,
            isPersonal: true,
            cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal("ОДКБ", query.Query);
        var answer = await asked.Answer;
        Assert.Equal((0, true), (answer.CacheTime, answer.IsPersonal));
        Assert.Equal("Founded", Assert.Single(answer.Results).GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_caption_is_edited_and_the_message_deleted()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();
        using var content = new MemoryStream(Encoding.UTF8.GetBytes("report"));
        var sent = await client.SendDocument(sandbox.Private.Id, InputFile.FromStream(content, "r.txt"), "a", cancellationToken: StartedSandbox.Cancelled);

        var edited = await client.EditMessageCaption(sandbox.Private.Id, sent.Id, "b", cancellationToken: StartedSandbox.Cancelled);
        await client.DeleteMessage(sandbox.Private.Id, sent.Id, StartedSandbox.Cancelled);

        Assert.Equal("b", edited.Caption);
        Assert.Single(sandbox.Server.Messages(sandbox.Private));
    }

    [Fact]
    public async Task A_webhook_is_set_shown_and_deleted()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var client = sandbox.Client();

        await client.SetWebhook(
            "http://127.0.0.1:9/hook", allowedUpdates: [UpdateType.Message], secretToken: "s", cancellationToken: StartedSandbox.Cancelled);
        var info = await client.GetWebhookInfo(StartedSandbox.Cancelled);
        await client.DeleteWebhook(cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal("http://127.0.0.1:9/hook", info.Url);
        Assert.Equal([UpdateType.Message], info.AllowedUpdates!);
        Assert.Empty((await client.GetWebhookInfo(StartedSandbox.Cancelled)).Url);
    }
}
