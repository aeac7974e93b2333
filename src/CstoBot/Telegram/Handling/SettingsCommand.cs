using CstoBot.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Handling;

/// <summary>What a person chooses for their private chat, and the administrators of a group for it. In a group everybody may look.</summary>
internal sealed class SettingsCommand(ChatAdministrators administrators, Roles roles, IOptions<ModerationOptions> moderation, TimeProvider time) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Settings, CommandText.Language];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) => Effects.Send(command.Origin.Reply(
        [SettingsRenderer.Render(command.Origin, await roles.OfAsync(command.Origin, cancellationToken) == Role.Admin, moderation.Value.Mode)]));

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (chat, isAdmin) = (press.Origin.Conversation.Chat, await roles.OfAsync(press.Origin, cancellationToken) == Role.Admin);
        var (choice, settings) = (SettingsRenderer.ReadOrNull(argument), press.Origin.Settings);
        if (choice is SettingsChoice.Review(var mode))
        {
            return !isAdmin ? Refusals.OfPress(press, Role.Admin, time)
                : mode is not (null or ModerationMode.Off) && moderation.Value.ChatId == 0 ? ButtonReplies.Alert(press, ReviewTexts.For(press.Origin.Language).NoModeratorsChat)
                : Saved(press, settings with { Moderation = mode }, isAdmin, new Change.ModerationChosen(chat, mode));
        }

        if (!await administrators.IsAdministratorAsync(chat, press.Origin.Conversation.User, cancellationToken))
        {
            return Refusals.OfPress(press, CommandTexts.For(press.Origin.Language).OnlyChatAdmins, time);
        }

        return choice switch
        {
            SettingsChoice.Speak(var language) => Saved(press, settings with { Language = language }, isAdmin, new Change.LanguageChosen(chat, language)),
            SettingsChoice.AnswerInPrivate(var inPrivate) when press.Origin.IsGroup =>
                Saved(press, settings with { AnswersInPrivate = inPrivate }, isAdmin, new Change.AnswerPlaceChosen(chat, inPrivate)),
            _ => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
        };
    }

    /// <summary>A choice that changes nothing leaves the message alone: Telegram refuses an edit without a difference.</summary>
    private Effects Saved(Incoming.ButtonPress press, ChatSettings chosen, bool isAdmin, Change change)
    {
        var origin = press.Origin with { Settings = chosen };
        var reply = new Instant.ButtonReply(press.CallbackId, CommandTexts.For(origin.Language).Saved);
        return chosen == press.Origin.Settings
            ? Effects.Reply(reply, [])
            : Effects.Reply(
                reply,
                [origin.Edit(SettingsRenderer.Render(origin, isAdmin, moderation.Value.Mode))],
                [change, .. Audited(origin, chosen, change)]);
    }

    /// <summary>What a person chooses for themself concerns nobody else, but for which answers are reviewed.</summary>
    private IEnumerable<Change> Audited(Origin origin, ChatSettings chosen, Change change) => origin.IsGroup || change is Change.ModerationChosen
        ?
        [
            new Change.Audited(new AuditEntry(
                time.GetUtcNow(),
                origin.Conversation.User,
                AuditActions.SettingsChanged,
                $"{origin.Conversation.Chat}",
                $"{chosen.Language?.ToString() ?? "any"}, {(chosen.AnswersInPrivate ? "private" : "here")}, {chosen.Moderation?.ToString() ?? "default"}")),
        ]
        : [];
}
