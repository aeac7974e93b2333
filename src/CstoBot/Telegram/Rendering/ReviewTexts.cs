using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Rendering;

/// <summary>What moderation says to askers and to moderators, in each language.</summary>
internal sealed partial record ReviewTexts
{
    // To askers.
    public required string Held { get; init; }

    public required string TimeIsUp { get; init; }

    public required string Unreviewed { get; init; }

    public required string NotSent { get; init; }

    public required string Corrected { get; init; }

    public required string Reported { get; init; }

    public required string NothingToReport { get; init; }

    public required string MoreIsReviewed { get; init; }

    // To moderators.
    public required string Case { get; init; }

    public required string Question { get; init; }

    public required string AskedBefore { get; init; }

    public required string Draft { get; init; }

    public required string NoDraft { get; init; }

    public required string Reader { get; init; }

    public required string SimilarAnswers { get; init; }

    public required string Proposal { get; init; }

    public required string NotSupported { get; init; }

    public required string Said { get; init; }

    public required string HowToEdit { get; init; }

    public required string EditHint { get; init; }

    public required string NothingWritten { get; init; }

    public required string Approve { get; init; }

    public required string Edit { get; init; }

    public required string Reject { get; init; }

    public required string Take { get; init; }

    public required string Skip { get; init; }

    public required string Send { get; init; }

    public required string Drop { get; init; }

    public required string Back { get; init; }

    public required string Keep { get; init; }

    public required string Kept { get; init; }

    public required string Taken { get; init; }

    public required string Skipped { get; init; }

    public required string Done { get; init; }

    public required string NoSuchCase { get; init; }

    public required string WhichCase { get; init; }

    public required string OwnQuestion { get; init; }

    public required string NothingThere { get; init; }

    public required string QuoteGone { get; init; }

    public required string QueueEmpty { get; init; }

    public required string Open { get; init; }

    public required string Next { get; init; }

    public required string NoneOfYours { get; init; }

    public required string Digest { get; init; }

    public required string ModerationIs { get; init; }

    public required string ModerationDefault { get; init; }

    public required string NoModeratorsChat { get; init; }

    public required string Before { get; init; }

    public required string Now { get; init; }

    public required string Gone { get; init; }

    public required string History { get; init; }

    public required IReadOnlyDictionary<ModerationMode, string> Modes { get; init; }

    public required IReadOnlyDictionary<CaseState, string> States { get; init; }

    public required IReadOnlyDictionary<HoldReason, string> Reasons { get; init; }

    public required IReadOnlyDictionary<RejectReason, string> RejectReasons { get; init; }

    public required IReadOnlyDictionary<CaseEventKind, string> Events { get; init; }

    private string HoursFormat { get; init; } = "";

    private string WithdrawnFormat { get; init; } = "";

    private string UseEarlierFormat { get; init; } = "";

    private string TakenByFormat { get; init; } = "";

    private string DecidedFormat { get; init; } = "";

    private string QueueFormat { get; init; } = "";

    private string ReminderFormat { get; init; } = "";

    public static ReviewTexts For(Language language) => language == Language.Russian ? Russian : English;

    /// <param name="hours">As in the settings.</param>
    public string Hours(string hours, string zone) => Format(HoursFormat, hours, zone);

    public string Withdrawn(RejectReason reason) => Format(WithdrawnFormat, RejectReasons[reason]);

    public string UseEarlier(long curatedId) => Format(UseEarlierFormat, curatedId);

    public string TakenBy(string name, string until) => Format(TakenByFormat, name, until);

    /// <param name="name">Null: the bot.</param>
    public string Decided(CaseState state, string? name, string at) => name is null ? $"{States[state]}, {at}" : Format(DecidedFormat, States[state], name, at);

    public string Queue(int pending, int taken, string oldest) => Format(QueueFormat, pending, taken, oldest);

    public string Reminder(int pending, string oldest) => Format(ReminderFormat, pending, oldest);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
