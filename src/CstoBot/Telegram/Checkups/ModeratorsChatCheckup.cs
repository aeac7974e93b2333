using CstoBot.Moderation;
using CstoBot.Telegram.Receiving;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Checkups;

/// <summary>Whether cards can be posted where moderators look at them.</summary>
internal sealed class ModeratorsChatCheckup(
    IConfiguration configuration, IOptions<TelegramOptions> telegram, IOptions<ModerationOptions> moderation, TimeProvider time) : ICheckup
{
    private const string Check = "moderators' chat";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (moderation.Value.ChatId == 0)
        {
            return [Diagnosis.Ok(Check, "none is set")];
        }

        if (string.IsNullOrWhiteSpace(configuration["Telegram:Token"]))
        {
            return [];
        }

        ITelegramBotClient client = TelegramClient.Create(telegram.Value, new TelegramContact(time));
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var chat = await client.GetChat(moderation.Value.ChatId, either.Token);
            return [Of(await client.GetChatMember(chat.Id, client.BotId, either.Token))];
        }
        catch (ApiRequestException exception) when (exception.ErrorCode is 400 or 403)
        {
            return [Diagnosis.Problem(Check, "the bot is not in it, or there is no such chat.", "Add the bot to the moderators' group, and set Moderation:ChatId to the group's id (it begins with -100).")];
        }
        catch (Exception exception) when (exception is RequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Why, the check of the token told.
            return [];
        }
    }

    private static Diagnosis Of(ChatMember member) => member switch
    {
        ChatMemberLeft or ChatMemberBanned => Diagnosis.Problem(Check, "the bot is not a member of it.", "Add the bot to the moderators' group."),
        ChatMemberRestricted { CanSendMessages: false } => Diagnosis.Problem(Check, "the bot may not write there.", "Let it send messages: in the group's settings, its members."),
        _ => Diagnosis.Ok(Check, "the bot is in it and may write there"),
    };
}
