using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>What a person chooses for their private chat, and the administrators of a group for it. In a group everybody may look.</summary>
internal sealed class SettingsCommand(ChatAdministrators administrators) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Settings, CommandText.Language];

    public Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) =>
        Task.FromResult(Effects.Send(command.Origin.Reply([SettingsRenderer.Render(command.Origin)])));

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (chat, user) = (press.Origin.Conversation.Chat, press.Origin.Conversation.User);
        if (!await administrators.IsAdministratorAsync(chat, user, cancellationToken))
        {
            return Effects.Reply(new Instant.ButtonReply(press.CallbackId, CommandTexts.For(press.Origin.Language).OnlyChatAdmins, IsAlert: true), []);
        }

        var settings = press.Origin.Settings;
        return SettingsRenderer.ReadOrNull(argument) switch
        {
            SettingsChoice.Speak(var language) => Saved(press, settings with { Language = language }, new Change.LanguageChosen(chat, language)),
            SettingsChoice.AnswerInPrivate(var inPrivate) when press.Origin.IsGroup =>
                Saved(press, settings with { AnswersInPrivate = inPrivate }, new Change.AnswerPlaceChosen(chat, inPrivate)),
            _ => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
        };
    }

    /// <summary>A choice that changes nothing leaves the message alone: Telegram refuses an edit without a difference.</summary>
    private static Effects Saved(Incoming.ButtonPress press, ChatSettings chosen, Change change)
    {
        var origin = press.Origin with { Settings = chosen };
        var reply = new Instant.ButtonReply(press.CallbackId, CommandTexts.For(origin.Language).Saved);
        return chosen == press.Origin.Settings
            ? Effects.Reply(reply, [])
            : Effects.Reply(reply, [origin.Edit(SettingsRenderer.Render(origin))], change);
    }
}
