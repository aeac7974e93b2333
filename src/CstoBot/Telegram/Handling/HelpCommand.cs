using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Says what the bot can do; in a group, how to address it there and what it sees.</summary>
internal sealed class HelpCommand(ChatAdministrators administrators, Roles roles) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Help];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) => Effects.Send(
        command.Origin.Reply(command.Origin.IsGroup ? await GroupHelpAsync(command.Origin, cancellationToken) : await PrivateHelpAsync(command.Origin, cancellationToken)));

    private async Task<string> PrivateHelpAsync(Origin origin, CancellationToken cancellationToken)
    {
        var texts = BotTexts.For(origin.Language);
        var help = texts.Help.Replace("{0}", origin.Bot.Username, StringComparison.Ordinal);
        var role = await roles.OfAsync(origin, cancellationToken);
        var more = StaffTexts.For(origin.Language).HelpFor(role);
        return more.Length == 0 ? help : $"{help}\n\n{more}";
    }

    /// <summary>Privacy mode does not hold for a bot that is an administrator.</summary>
    private async Task<string> GroupHelpAsync(Origin origin, CancellationToken cancellationToken)
    {
        var texts = CommandTexts.For(origin.Language);
        var help = texts.HelpInGroup(origin.Bot.Username);
        return origin.Bot.ReadsAllGroupMessages || await administrators.IsAdministratorAsync(origin.Conversation.Chat, origin.Bot.Id, cancellationToken)
            ? help
            : $"{help}\n\n{texts.PrivacyModeHelp}";
    }
}
