using System.Text.RegularExpressions;

namespace CstoBot.Telegram.Handling;

/// <summary>A command as written: <c>/ask@bot argument</c>.</summary>
/// <param name="Name">Lower case, without the slash.</param>
/// <param name="Addressee">The bot it is meant for, without the @; null when it names none.</param>
internal sealed partial record CommandText(string Name, string? Addressee, string Argument)
{
    public const string Start = "start";
    public const string Help = "help";
    public const string Ask = "ask";
    public const string Sources = "sources";
    public const string Reload = "reload";
    public const string Language = "language";
    public const string Settings = "settings";
    public const string Privacy = "privacy";
    public const string Forget = "forget";
    public const string Status = "status";
    public const string Case = "case";
    public const string Queue = "queue";
    public const string MyCases = "mycases";
    public const string Report = "report";
    public const string Grant = "grant";
    public const string Revoke = "revoke";
    public const string Roles = "roles";
    public const string Audit = "audit";
    public const string Curated = "curated";
    public const string Gaps = "gaps";
    public const string Stats = "stats";
    public const string Versions = "versions";
    public const string Rollback = "rollback";
    public const string Source = "source";
    public const string Remove = "remove";
    public const string Upload = "upload";

    public static IReadOnlySet<string> Known { get; } =
        new HashSet<string>
        {
            Start, Help, Ask, Sources, Reload, Language, Settings, Privacy, Forget, Status,
            Case, Queue, MyCases, Report, Grant, Revoke, Roles, Audit, Curated, Gaps, Stats,
            Versions, Rollback, Source, Remove, Upload,
        };

    /// <summary>Those whose buttons are only for staff: who presses, where, and whether it can be done is looked up at each press.</summary>
    public static IReadOnlySet<string> CheckedAtEachPress { get; } = new HashSet<string> { Case, Queue, Audit, Curated, Gaps, Reload, Versions, Rollback, Source, Remove, Upload };

    /// <summary>Null when the text is no command.</summary>
    public static CommandText? ParseOrNull(string text)
    {
        var match = Pattern().Match(text);
        return match.Success
            ? new CommandText(
                match.Groups["name"].Value.ToLowerInvariant(),
                match.Groups["addressee"] is { Success: true } addressee ? addressee.Value : null,
                text[match.Length..].Trim())
            : null;
    }

    [GeneratedRegex(@"^/(?<name>[A-Za-z0-9_]{1,32})(@(?<addressee>[A-Za-z0-9_]+))?(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
