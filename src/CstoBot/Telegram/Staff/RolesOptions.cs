using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Staff;

/// <summary>Who may do more than ask, by Telegram user id.</summary>
internal sealed class RolesOptions : IValidatableObject
{
    public const string Section = "Roles";

    /// <summary>As written in the settings: a list (<c>Roles:Admins:0</c>, …) or one text with commas.</summary>
    public IReadOnlyList<string> Admins { get; set; } = [];

    public IReadOnlyList<string> Moderators { get; set; } = [];

    /// <summary>Whether everybody who writes or presses in the moderators' chat is a moderator there.</summary>
    public bool EveryoneInModeratorsChat { get; set; }

    public Role RoleOf(long userId) => Contains(Admins, userId) ? Role.Admin : Contains(Moderators, userId) ? Role.Moderator : Role.User;

    /// <summary>Admins and moderators, each once.</summary>
    public IReadOnlyList<long> Staff() => [.. Admins.Concat(Moderators).Select(IdOrNull).OfType<long>().Distinct()];

    public static void Bind(RolesOptions options, IConfiguration configuration)
    {
        options.Admins = Entries(configuration.GetSection($"{Section}:{nameof(Admins)}"));
        options.Moderators = Entries(configuration.GetSection($"{Section}:{nameof(Moderators)}"));
        options.EveryoneInModeratorsChat = configuration.GetValue<bool>($"{Section}:{nameof(EveryoneInModeratorsChat)}");
    }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Faults(nameof(Admins), Admins).Concat(Faults(nameof(Moderators), Moderators));

    private static IEnumerable<ValidationResult> Faults(string name, IReadOnlyList<string> entries) => entries
        .Where(entry => IdOrNull(entry) is null)
        .Select(entry => new ValidationResult($"{Section}:{name}: '{entry}' is not a Telegram user id (a number)."));

    private static bool Contains(IReadOnlyList<string> entries, long userId) => entries.Any(entry => IdOrNull(entry) == userId);

    /// <summary>A person's Telegram id as people write it; null when it is none.</summary>
    public static long? IdOrNull(string entry) =>
        long.TryParse(entry, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    private static string[] Entries(IConfigurationSection section) =>
    [
        .. section.GetChildren()
            .Select(child => child.Value)
            .Append(section.Value)
            .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)),
    ];
}

[OptionsValidator]
internal sealed partial class RolesOptionsValidator : IValidateOptions<RolesOptions>;
