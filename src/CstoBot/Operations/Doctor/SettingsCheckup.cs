using System.Reflection;
using CstoBot.Cli;
using CstoBot.Telegram;

namespace CstoBot.Operations.Doctor;

/// <summary>All settings that are wrong, and those that nobody reads because their name is.</summary>
internal sealed class SettingsCheckup(IServiceProvider services, SettingsCatalogue catalogue, IConfiguration configuration) : ICheckup
{
    private const string Check = "settings";
    private const string Remedy = "Set it in the environment, where Section__Name stands for Section:Name, or, but for secrets, in appsettings.json.";

    // Those that have no class of options, or more names than their class.
    private static readonly Dictionary<string, string[]> Others = new() { ["Sandbox"] = ["Port"], ["Logging"] = ["LogLevel", "Console"] };

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var found = Faults().Concat(UnknownNames()).ToList();
        return Task.FromResult<IReadOnlyList<Diagnosis>>(found.Exists(diagnosis => diagnosis.Severity == Severity.Problem)
            ? found
            : [Diagnosis.Ok(Check, $"every value is one that it may be, in {Sections().Count} sections"), .. found]);
    }

    /// <summary>Without a token the bot runs in a local Telegram, which brings one.</summary>
    private IEnumerable<Diagnosis> Faults()
    {
        var (faults, isLocal) = (services.SettingFaults(), string.IsNullOrWhiteSpace(configuration[$"{TelegramOptions.Section}:Token"]));
        return faults
            .Where(fault => !(isLocal && fault.StartsWith("Telegram:Token is missing", StringComparison.Ordinal)))
            .Concat(isLocal && LocalTelegram.PortOrNull(configuration) is null ? [LocalTelegram.WrongPort] : [])
            .Select(fault => Diagnosis.Problem(Check, fault, Remedy));
    }

    private IEnumerable<Diagnosis> UnknownNames()
    {
        var sections = Sections();
        foreach (var section in configuration.GetChildren().Where(section => section.GetChildren().Any()))
        {
            if (!sections.TryGetValue(section.Key, out var names))
            {
                // The environment is full of other programs' names: only what looks like one of ours is worth a word.
                if (Spelling.NearestOrNull(section.Key, sections.Keys) is { } meant)
                {
                    yield return Unknown(section.Key, $"{meant}");
                }

                continue;
            }

            foreach (var key in section.GetChildren().Select(child => child.Key).Where(key => !names.Contains(key, StringComparer.OrdinalIgnoreCase)))
            {
                yield return Unknown($"{section.Key}:{key}", Spelling.NearestOrNull(key, names) is { } meant ? $"{section.Key}:{meant}" : null);
            }
        }
    }

    private static Diagnosis Unknown(string name, string? meant) => Diagnosis.Warning(
        Check,
        $"{name} is no setting, and nothing reads it.",
        meant is null ? "Remove it; docs/settings.md lists all settings." : $"{meant} is one: perhaps that is meant.");

    private Dictionary<string, IReadOnlyList<string>> Sections()
    {
        var sections = Others.ToDictionary(other => other.Key, IReadOnlyList<string> (other) => other.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var type in catalogue.Types)
        {
            if (type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is string section)
            {
                var names = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => property.Name);
                sections[section] = [.. sections.GetValueOrDefault(section) ?? [], .. names];
            }
        }

        return sections;
    }
}
