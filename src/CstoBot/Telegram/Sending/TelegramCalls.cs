using CstoBot.Telegram.Rendering;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Sending;

/// <summary>One call to Telegram for each thing the bot does there. None is tried twice, and none but a file's lasts longer than <see cref="Patience"/>.</summary>
internal sealed class TelegramCalls(ITelegramBotClient client, TimeProvider time)
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // What a line of 1.2 Mbit/s needs for the largest; the client itself waits little longer.
    private static readonly TimeSpan FilePatience = TimeSpan.FromSeconds(75);

    // Later nobody sees it.
    private static readonly TimeSpan InstantPatience = TimeSpan.FromSeconds(5);

    /// <exception cref="RequestException">Telegram refused, or could not be reached in time.</exception>
    public Task<int> SendAsync(Outgoing.Message message, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            var sent = await client.SendMessage(
                message.Place.ChatId,
                message.AsPlainText ? message.Content.Text.Plain : message.Content.Text.Html,
                parseMode: message.AsPlainText ? ParseMode.None : ParseMode.Html,
                replyParameters: ReplyOrNull(message.ReplyTo),
                replyMarkup: message.Content.Keyboard?.ToMarkup(),
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                messageThreadId: TopicOrNull(message.Place),
                cancellationToken: limited);
            return sent.Id;
        },
        cancellationToken);

    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task<int> SendAsync(Outgoing.File file, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            using var content = new MemoryStream(file.Content, writable: false);
            var (input, text) = (InputFile.FromStream(content, file.Name), file.Caption?.Text);
            var (caption, markup) = file.AsPlainText ? (text?.Plain, ParseMode.None) : (text?.Html, ParseMode.Html);
            var (reply, keyboard, topic) = (ReplyOrNull(file.ReplyTo), file.Caption?.Keyboard?.ToMarkup(), TopicOrNull(file.Place));
            var sent = file.Kind == FileKind.Photo
                ? await client.SendPhoto(
                    file.Place.ChatId, input, caption, markup, reply, keyboard, messageThreadId: topic, cancellationToken: limited)
                : await client.SendDocument(
                    file.Place.ChatId, input, caption, markup, reply, keyboard, messageThreadId: topic, cancellationToken: limited);
            return sent.Id;
        },
        FilePatience,
        cancellationToken);

    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task<int> EditAsync(Outgoing.Edit edit, int messageId, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            var edited = await client.EditMessageText(
                edit.Place.ChatId,
                messageId,
                edit.AsPlainText ? edit.Content.Text.Plain : edit.Content.Text.Html,
                parseMode: edit.AsPlainText ? ParseMode.None : ParseMode.Html,
                replyMarkup: edit.Content.Keyboard?.ToMarkup(),
                linkPreviewOptions: new LinkPreviewOptions { IsDisabled = true },
                cancellationToken: limited);
            return edited.Id;
        },
        cancellationToken);

    /// <summary>Shows, in a private chat, what is being written. Not stored and soon gone.</summary>
    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task ShowDraftAsync(ChatPlace place, long draftId, MessageText text, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            await client.SendMessageDraft(
                place.ChatId,
                draftId,
                text.Html,
                parseMode: ParseMode.Html,
                messageThreadId: TopicOrNull(place),
                canStop: true,
                keepOnStop: true,
                cancellationToken: limited);
            return true;
        },
        cancellationToken);

    /// <summary>Puts the buttons under a message that should be there already.</summary>
    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task SetKeyboardAsync(ChatPlace place, int messageId, Keyboard? keyboard, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            await client.EditMessageReplyMarkup(place.ChatId, messageId, keyboard?.ToMarkup(), cancellationToken: limited);
            return true;
        },
        cancellationToken);

    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task DeleteAsync(ChatPlace place, int messageId, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            await client.DeleteMessage(place.ChatId, messageId, cancellationToken: limited);
            return true;
        },
        cancellationToken);

    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task ReplyAsync(Instant instant, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            switch (instant)
            {
                case Instant.ButtonReply reply:
                    await client.AnswerCallbackQuery(reply.CallbackId, text: reply.Text, showAlert: reply.IsAlert, cancellationToken: limited);
                    return true;
                case Instant.InlineReply reply:
                    await client.AnswerInlineQuery(
                        reply.QueryId,
                        reply.Results.Select(InlineMarkup.ToResult),
                        (int)reply.Cached.TotalSeconds,
                        reply.IsPersonal,
                        button: reply.Start?.ToButton(),
                        cancellationToken: limited);
                    return true;
                case Instant.StaffMenu menu:
                    foreach (var list in CommandMenu.OfStaff(menu.UserId, menu.IsAdmin))
                    {
                        await SetMenuAsync(list, limited);
                    }

                    return true;
                case Instant.NoStaffMenu menu:
                    foreach (var list in CommandMenu.OfStaff(menu.UserId, isAdmin: false))
                    {
                        await client.DeleteMyCommands(list.Scope, list.LanguageCode, limited);
                    }

                    return true;
                default:
                    throw new InvalidOperationException($"No call for {instant.GetType().Name}.");
            }
        },
        InstantPatience,
        cancellationToken);

    /// <summary>Sets a menu, unless it is there already.</summary>
    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task SetMenuAsync(CommandMenu menu, CancellationToken cancellationToken) => InTimeAsync(
        async limited =>
        {
            var there = await client.GetMyCommands(menu.Scope, menu.LanguageCode, limited);
            if (!there.Select(command => new MenuEntry(command.Command, command.Description)).SequenceEqual(menu.Entries))
            {
                await client.SetMyCommands(
                    menu.Entries.Select(entry => new BotCommand(entry.Command, entry.Description)), menu.Scope, menu.LanguageCode, limited);
            }

            return true;
        },
        cancellationToken);

    /// <summary>Whether somebody administers a chat.</summary>
    /// <inheritdoc cref="SendAsync(Outgoing.Message, CancellationToken)"/>
    public Task<bool> IsAdministratorAsync(long chatId, long userId, CancellationToken cancellationToken) => InTimeAsync(
        async limited => (await client.GetChatMember(chatId, userId, limited)).Status is ChatMemberStatus.Administrator or ChatMemberStatus.Creator,
        cancellationToken);

    private static ReplyParameters? ReplyOrNull(int? replyTo) =>
        replyTo is { } id ? new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true } : null;

    private static int? TopicOrNull(ChatPlace place) => place.Topic == 0 ? null : place.Topic;

    private Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => InTimeAsync(call, Patience, cancellationToken);

    private async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await call(limited.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new RequestException($"Telegram did not reply within {patience.TotalSeconds:0} s.", exception);
        }
    }
}
