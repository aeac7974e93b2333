using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Finds the command that was meant, whether it was written, tapped, or followed as a link.</summary>
internal sealed class CommandHandler(IEnumerable<ICommand> commands)
{
    private readonly Dictionary<string, ICommand> byName = commands
        .SelectMany(command => command.Names.Select(name => (name, command)))
        .ToDictionary(pair => pair.name, pair => pair.command);

    public Task<Effects> HandleAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var meant = command.Name == CommandText.Start && StartLink.ParseOrNull(command.Argument) is StartLink.Run run
            ? command with { Name = run.Command, Argument = "" }
            : command;
        return byName.TryGetValue(meant.Name, out var found)
            ? found.RunAsync(meant, cancellationToken)
            : Task.FromResult(Effects.Send(meant.Origin.Reply(BotTexts.For(meant.Origin.Language).UnknownCommand)));
    }

    public Task<Effects> PressAsync(Incoming.ButtonPress press, CommandButton button, CancellationToken cancellationToken) =>
        byName.GetValueOrDefault(button.Name) is IButtonCommand command
            ? command.PressAsync(press, button.Argument, cancellationToken)
            : Task.FromResult(Effects.Reply(new Instant.ButtonReply(press.CallbackId), []));
}
