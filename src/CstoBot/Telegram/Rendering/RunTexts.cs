using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Telegram.Rendering;

/// <summary>What is said of a change of the documents while it runs and when it ends, in each language. Texts are plain.</summary>
internal sealed partial record RunTexts
{
    public required string Waiting { get; init; }

    public required string Reading { get; init; }

    public required string Indexing { get; init; }

    public required string Evaluating { get; init; }

    public required string Documents { get; init; }

    public required string Chunks { get; init; }

    public required string Left { get; init; }

    public required string Joined { get; init; }

    public required string Cancel { get; init; }

    public required string Cancelling { get; init; }

    public required string HasEnded { get; init; }

    public required string Added { get; init; }

    public required string Changed { get; init; }

    public required string Removed { get; init; }

    public required string Unchanged { get; init; }

    public required string Unreadable { get; init; }

    public required string Seconds { get; init; }

    public required string Effect { get; init; }

    public required string Cancelled { get; init; }

    public required string Failed { get; init; }

    public required string Interrupted { get; init; }

    public required string RemoveThem { get; init; }

    public required string LeaveAsIs { get; init; }

    public required string LeftAsIs { get; init; }

    public required string ListChanged { get; init; }

    /// <summary>After going back to an earlier version.</summary>
    public required string NothingByItself { get; init; }

    public required string VersionsHeading { get; init; }

    public required string NoVersions { get; init; }

    public required string InUse { get; init; }

    public required string You { get; init; }

    public required string RollBack { get; init; }

    public required string HowToRollBack { get; init; }

    public required string NoSuchVersion { get; init; }

    public required string IsInUse { get; init; }

    public required string VersionChanged { get; init; }

    public required string AlarmFailed { get; init; }

    public required string AlarmUnreadable { get; init; }

    private string VersionFormat { get; init; } = "";

    private string NothingChangedFormat { get; init; } = "";

    private string AndMoreFormat { get; init; } = "";

    private string NeedsConfirmationFormat { get; init; } = "";

    private string RolledBackToFormat { get; init; } = "";

    private string RollBackQuestionFormat { get; init; } = "";

    private IReadOnlyList<string> Causes { get; init; } = [];

    public static RunTexts For(Language language) => language == Language.Russian ? Russian : English;

    /// <param name="id">May be cut.</param>
    public string Version(int number, string id) => Format(VersionFormat, number, id);

    public string NothingChanged(int number, string id) => Format(NothingChangedFormat, number, id);

    public string AndMore(int count) => Format(AndMoreFormat, count);

    public string NeedsConfirmation(int removed, int total) => Format(NeedsConfirmationFormat, removed, total);

    public string RolledBackTo(int number) => Format(RolledBackToFormat, number);

    public string RollBackQuestion(int number) => Format(RollBackQuestionFormat, number);

    public string NameOf(CorpusCause cause) => Causes[(int)cause];

    public string NameOf(CorpusPhase phase) => phase switch
    {
        CorpusPhase.Waiting => Waiting,
        CorpusPhase.Reading => Reading,
        CorpusPhase.Indexing => Indexing,
        _ => Evaluating,
    };

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
