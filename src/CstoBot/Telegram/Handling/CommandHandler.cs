using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Finds the command that was meant, whether it was written, tapped, or followed as a link.</summary>
internal sealed class CommandHandler(IEnumerable<ICommand> commands, Roles roles, TimeProvider time)
{
    private readonly Dictionary<string, ICommand> byName = commands
        .SelectMany(command => command.Names.Select(name => (name, command)))
        .ToDictionary(pair => pair.name, pair => pair.command);

    public async Task<Effects> HandleAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var meant = command.Name == CommandText.Start && StartLink.ParseOrNull(command.Argument) is StartLink.Run run
            ? command with { Name = run.Command, Argument = "" }
            : command;
        return !byName.TryGetValue(meant.Name, out var found) ? Effects.Send(meant.Origin.Reply(BotTexts.For(meant.Origin.Language).UnknownCommand))
            : await MayAsync(meant.Origin, found.Needs, cancellationToken) ? await found.RunAsync(meant, cancellationToken)
            : Refusals.OfCommand(meant, StaffTexts.For(meant.Origin.Language).Only(found.Needs), time);
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, CommandButton button, CancellationToken cancellationToken) =>
        byName.GetValueOrDefault(button.Name) is not IButtonCommand command ? Effects.Reply(new Instant.ButtonReply(press.CallbackId), [])
            : await MayAsync(press.Origin, command.Needs, cancellationToken) ? await command.PressAsync(press, button.Argument, cancellationToken)
            : Refusals.OfPress(press, StaffTexts.For(press.Origin.Language).Only(command.Needs), time);

    /// <summary>Looked up each time: a role may be gone, and what a button says may be forged.</summary>
    private async Task<bool> MayAsync(Origin origin, Role needed, CancellationToken cancellationToken) =>
        needed == Role.User || await roles.OfAsync(origin, cancellationToken) >= needed;
}
