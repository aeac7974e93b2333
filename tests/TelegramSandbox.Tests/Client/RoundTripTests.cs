using System.Text;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.ReplyMarkups;

namespace TelegramSandbox.Tests.Client;

/// <summary>The genuine client against the sandbox.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task The_client_recognizes_the_bot()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        var me = await sandbox.Client().GetMe(StartedSandbox.Cancelled);

        Assert.Equal(sandbox.Server.BotId, me.Id);
        Assert.Equal("cstobot_sandbox_bot", me.Username);
        Assert.True(me.IsBot);
        Assert.False(me.CanReadAllGroupMessages);
    }

    [Fact]
    public async Task A_question_arrives_and_its_answer_is_shown()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var client = sandbox.Client();
        var asked = sandbox.Server.Send(sandbox.Server.User, sandbox.Private, "Что такое ОДКБ?");

        var update = Assert.Single(await client.GetUpdates(cancellationToken: StartedSandbox.Cancelled));
        var answer = await client.SendMessage(
            update.Message!.Chat.Id,
            "<b>ОДКБ</b> &lt;2002&gt; <a href=\"https://odkb-csto.org/\">сайт</a>",
            ParseMode.Html,
            replyParameters: update.Message.Id,
            replyMarkup: new InlineKeyboardMarkup(InlineKeyboardButton.WithCallbackData("👍", "up:1")),
            cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(UpdateType.Message, update.Type);
        Assert.Equal(asked, update.Message.Id);
        Assert.Equal("Что такое ОДКБ?", update.Message.Text);
        Assert.Equal("ОДКБ <2002> сайт", answer.Text);
        Assert.Equal([MessageEntityType.Bold, MessageEntityType.TextLink], answer.Entities!.Select(entity => entity.Type));
        Assert.Equal(asked, answer.ReplyToMessage!.Id);
        var shown = sandbox.Server.Messages(sandbox.Private)[^1];
        Assert.Equal("<b>ОДКБ</b> &lt;2002&gt; <a href=\"https://odkb-csto.org/\">сайт</a>", shown.Html);
        Assert.Equal("up:1", shown.InlineKeyboard[0][0].CallbackData);
        Assert.Equal(asked, shown.ReplyToMessageId);
    }

    [Fact]
    public async Task A_pressed_button_is_answered_and_its_message_edited()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();
        var sent = await client.SendMessage(
            sandbox.Private.Id, "1", replyMarkup: InlineKeyboardButton.WithCallbackData("next", "n"), cancellationToken: StartedSandbox.Cancelled);

        var pressed = sandbox.Server.Press(sandbox.Server.User, sandbox.Private, sent.Id, "n");
        var query = Assert.Single(await client.GetUpdates(cancellationToken: StartedSandbox.Cancelled)).CallbackQuery!;
        await client.AnswerCallbackQuery(query.Id, "done", showAlert: true, cancellationToken: StartedSandbox.Cancelled);
        await client.EditMessageText(query.Message!.Chat.Id, query.Message.Id, "2", cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal(new CallbackAnswer("done", true, null, 0), await pressed.Answer);
        Assert.Equal("n", query.Data);
        var shown = sandbox.Server.Messages(sandbox.Private)[^1];
        Assert.Equal("2", shown.Text);
        Assert.True(shown.IsEdited);
        Assert.Empty(shown.InlineKeyboard);
    }

    [Fact]
    public async Task A_document_keeps_its_name_and_content_both_ways()
    {
        await using var sandbox = await StartedSandbox.WithChatAsync();
        var client = sandbox.Client();
        sandbox.Server.SendDocument(sandbox.Server.User, sandbox.Private, "вопросы.txt", "раз"u8.ToArray());

        var received = Assert.Single(await client.GetUpdates(cancellationToken: StartedSandbox.Cancelled)).Message!.Document!;
        using var downloaded = new MemoryStream();
        await client.GetInfoAndDownloadFile(received.FileId, downloaded, StartedSandbox.Cancelled);
        using var content = new MemoryStream("два"u8.ToArray());
        var sent = await client.SendDocument(
            sandbox.Private.Id, InputFile.FromStream(content, "ответы.csv"), "<i>here</i>", ParseMode.Html, cancellationToken: StartedSandbox.Cancelled);

        Assert.Equal("вопросы.txt", received.FileName);
        Assert.Equal("раз", Encoding.UTF8.GetString(downloaded.ToArray()));
        Assert.Equal("ответы.csv", sent.Document!.FileName);
        Assert.Equal("here", sent.Caption);
        Assert.Equal("text/csv", sandbox.Server.Messages(sandbox.Private)[^1].Document!.MimeType);
    }

    [Fact]
    public async Task Refusals_reach_the_client_with_code_and_text()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        var refusal = await Assert.ThrowsAsync<ApiRequestException>(
            () => sandbox.Client().SendMessage(sandbox.Server.User.Id, "hi", cancellationToken: StartedSandbox.Cancelled));

        Assert.Equal(403, refusal.ErrorCode);
        Assert.Equal("Forbidden: bot can't initiate conversation with a user", refusal.Message);
    }
}
