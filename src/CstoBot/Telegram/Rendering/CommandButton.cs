using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>A button that stands for a command: <c>/sources 2</c>. It refers to nothing stored, so that it always works.</summary>
internal sealed record CommandButton(string Name, string Argument)
{
    public override string ToString() => $"/{Name} {Argument}";

    /// <summary>Null when it is none: the data comes from the user's side and may be anything.</summary>
    public static CommandButton? ParseOrNull(string? data) =>
        data is not null && CommandText.ParseOrNull(data) is { Addressee: null } command ? new CommandButton(command.Name, command.Argument) : null;
}
