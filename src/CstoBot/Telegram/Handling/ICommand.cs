using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>One thing that people can tell the bot to do.</summary>
internal interface ICommand
{
    /// <summary>What it is called by, without the slash.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Whoever has less is refused before the command sees them, also at each press of its buttons.</summary>
    Role Needs => Role.User;

    Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken);
}

/// <summary>A command whose reply has buttons (<see cref="Rendering.CommandButton"/>).</summary>
internal interface IButtonCommand : ICommand
{
    /// <param name="argument">From the user's side: may be anything. Whether this person may do it is to be checked anew.</param>
    Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken);
}
