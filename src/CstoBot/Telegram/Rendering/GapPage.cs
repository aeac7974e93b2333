using CstoBot.Ingestion;
using CstoBot.Moderation.Gaps;

namespace CstoBot.Telegram.Rendering;

/// <summary>What a moderator looks at in the list of gaps.</summary>
/// <param name="IsOpen">Of those with something left to do; else of those that are settled.</param>
/// <param name="Place">From 1; 0 when there are none.</param>
/// <param name="Count">How many there are of this sort.</param>
/// <param name="OtherCount">How many of the other.</param>
/// <param name="Shown">Null when there are none.</param>
internal sealed record GapPage(bool IsOpen, int Place, int Count, int OtherCount, ShownGap? Shown);

/// <param name="Number">The one it has, or gets by being shown.</param>
internal sealed record ShownGap(Gap Gap, long Number, IReadOnlyList<SourceDocument> Nearest);
