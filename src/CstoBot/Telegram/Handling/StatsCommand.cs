using System.Globalization;
using CstoBot.Moderation.Statistics;
using CstoBot.Moderation.Statistics.Charts;
using CstoBot.Storage;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Handling;

/// <summary>Tells moderators what came of the questions of the last days: <c>/stats 7</c>. Figures only, never what anybody asked.</summary>
internal sealed class StatsCommand(IStatistics statistics, IOptions<DataOptions> data, TimeProvider time) : ICommand
{
    private const int UsualDays = 7;

    public IReadOnlyList<string> Names { get; } = [CommandText.Stats];

    public Role Needs => Role.Moderator;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        var texts = StatisticsTexts.For(origin.Language);
        if (origin.IsGroup)
        {
            return PrivateOnly.Lead(origin, CommandText.Stats);
        }

        if (DaysOrNull(command.Argument) is not { } days)
        {
            return Effects.Send(origin.Reply(string.Format(CultureInfo.InvariantCulture, texts.WrongDays, data.Value.RetentionDays)));
        }

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return Effects.Send(Messages(origin, await statistics.ReadAsync(today.AddDays(1 - days), today, cancellationToken)));
    }

    /// <summary>A picture goes before the lines where it says more than they do.</summary>
    private static IReadOnlyList<Outgoing> Messages(Origin origin, Statistics statistics) =>
    [
        .. StatisticsChart.DrawOrNull(statistics, StatisticsTexts.For(origin.Language).Chart) is { } picture
            ? [new Outgoing.File(origin.Place(), FileKind.Photo, "statistics.png", picture) { After = origin.MessageId }]
            : Array.Empty<Outgoing>(),
        .. origin.Reply(StatisticsRenderer.Render(statistics, origin.Language)),
    ];

    /// <summary>Null when it is no number of days for which there can be figures.</summary>
    private int? DaysOrNull(string argument) =>
        argument.Length == 0 ? Math.Min(UsualDays, data.Value.RetentionDays)
            : int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days >= 1 && days <= data.Value.RetentionDays ? days
            : null;
}
