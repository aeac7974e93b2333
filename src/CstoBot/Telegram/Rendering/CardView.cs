using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Rendering;

/// <summary>A case with what a card shows besides.</summary>
/// <param name="Language">Of the chat that it is shown in.</param>
/// <param name="Zone">That moderators live in.</param>
internal sealed record CardView(Case Case, Language Language, TimeZoneInfo Zone, DateTimeOffset Now)
{
    /// <summary>Approved answers to questions like it, best first; empty when none is.</summary>
    public IReadOnlyList<SimilarAnswer> Similar { get; init; } = [];

    /// <summary>What is cited, as it was and as it is now; empty where nothing has changed.</summary>
    public IReadOnlyList<ChangedText> Changes { get; init; } = [];

    /// <summary>The answer is decided and not kept for reuse yet.</summary>
    public bool CanBeKept { get; init; }

    /// <summary>"23.11. 14:05", or the hour alone if it is today.</summary>
    public string Time(DateTimeOffset at)
    {
        var (local, today) = (TimeZoneInfo.ConvertTime(at, Zone), TimeZoneInfo.ConvertTime(Now, Zone));
        return local.ToString(local.Date == today.Date ? "HH:mm" : "dd.MM. HH:mm", CultureInfo.InvariantCulture);
    }
}

internal sealed record SimilarAnswer(long CuratedId, string Question);

internal sealed record ChangedText(string Title, string Text);
