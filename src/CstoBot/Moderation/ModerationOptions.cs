using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.Extensions.Options;

namespace CstoBot.Moderation;

/// <summary>Who looks at answers, which, and when.</summary>
internal sealed class ModerationOptions : IValidatableObject
{
    public const string Section = "Moderation";

    private const string HourFormat = "HH:mm";

    /// <summary>For every chat that has none of its own.</summary>
    public ModerationMode Mode { get; set; } = ModerationMode.Off;

    /// <summary>The moderators' chat, where cards are posted; 0 for none.</summary>
    public long ChatId { get; set; }

    /// <summary>An answer less certain than this is risky.</summary>
    [Range(0, 1)]
    public double HoldBelowConfidence { get; set; } = 0.6;

    /// <summary>Words and phrases, parted by commas: an answer about one of them is risky.</summary>
    public string Topics { get; set; } = "";

    /// <summary>How long an asker waits for a moderator, in working time; 0 for ever.</summary>
    [Range(0, 43_200)]
    public int TimeoutMinutes { get; set; } = 240;

    public OnTimeout OnTimeout { get; set; } = OnTimeout.TellUser;

    /// <summary>How long cases wait, in working time, before the moderators are reminded, and again; 0 for never.</summary>
    [Range(0, 10_080)]
    public int RemindAfterMinutes { get; set; } = 30;

    /// <summary>"Mo-Fr 09:00-18:00"; empty when moderators are always there.</summary>
    public string WorkingHours { get; set; } = "";

    /// <summary>Of the working hours and of the digest; a name of the tz database, such as "Europe/Moscow".</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>When the moderators are told once a day how things stand, such as "09:00"; empty for never.</summary>
    public string DigestAt { get; set; } = "";

    /// <summary>Whether moderators may decide about their own questions.</summary>
    public bool DecideOwnCases { get; set; }

    public IReadOnlyList<string> TopicList => Topics.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public WorkingHours Hours => Moderation.WorkingHours.ParseOrNull(WorkingHours, Zone)
        ?? throw new InvalidOperationException("The working hours were not validated.");

    public TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    /// <summary>Null for never.</summary>
    public TimeOnly? DigestTime => TimeOnly.TryParseExact(DigestAt, HourFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mode != ModerationMode.Off && ChatId == 0)
        {
            yield return new ValidationResult($"{Section}:Mode is {Mode}, so {Section}:ChatId must be the id of the moderators' chat.");
        }

        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"{Section}:TimeZone: there is no time zone '{TimeZone}' (Europe/Moscow is one).");
        }

        if (Moderation.WorkingHours.ParseOrNull(WorkingHours, Zone) is null)
        {
            yield return new ValidationResult($"{Section}:WorkingHours is days and hours such as \"Mo-Fr 09:00-18:00\", or empty.");
        }

        if (DigestAt.Length > 0 && DigestTime is null)
        {
            yield return new ValidationResult($"{Section}:DigestAt is a time such as \"09:00\", or empty.");
        }
    }
}

[OptionsValidator]
internal sealed partial class ModerationOptionsValidator : IValidateOptions<ModerationOptions>;
