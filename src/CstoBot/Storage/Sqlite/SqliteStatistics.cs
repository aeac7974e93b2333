using System.Globalization;
using CstoBot.Moderation.Statistics;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteStatistics(SqliteDatabase database) : IStatistics
{
    // Asked again by "more" is not asked anew, and an edited question counts as it now stands. An answer that a held question got
    // at last is the same question as its acknowledgement, should both be there.
    private const string Questions = """
        FROM answers WHERE created_at >= @from AND created_at < @to AND superseded = 0 AND origin <> 'more' AND status <> 'smalltalk'
        AND NOT EXISTS (SELECT 1 FROM cases JOIN answers AS first ON first.id = cases.answer_id AND first.superseded = 0
                        WHERE cases.id = answers.case_id AND cases.origin = 'held' AND first.id <> answers.id)
        """;

    private const string IsHeld = """
        EXISTS (SELECT 1 FROM cases WHERE cases.origin = 'held' AND cases.answer_id = answers.id)
        OR EXISTS (SELECT 1 FROM cases WHERE cases.origin = 'held' AND cases.id = answers.case_id)
        """;

    private const string DecidedCases = "FROM cases WHERE decided_at >= @from AND decided_at < @to AND state <> 'pending' AND origin <> 'gap'";

    public Task<Statistics> ReadAsync(DateOnly firstDay, DateOnly lastDay, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var period = new { from = Milliseconds(firstDay), to = Milliseconds(lastDay.AddDays(1)) };
                return new Statistics(
                    Days(connection, period, firstDay, lastDay),
                    Composers(connection, period),
                    Decisions(connection, period));
            },
            cancellationToken);

    private static List<DayFigures> Days(SqliteConnection connection, object period, DateOnly firstDay, DateOnly lastDay)
    {
        var asked = connection.Query<AskedRow>(
            $"""
            SELECT Day, sum(held = 0 AND status = 'answered') AS Answered, sum(held) AS Held,
                   sum(held = 0 AND status = 'abstained') AS Abstained, sum(held = 0 AND status = 'refused') AS Refused
            FROM (SELECT strftime('%Y-%m-%d', created_at / 1000, 'unixepoch') AS Day, status, ({IsHeld}) AS held {Questions}) GROUP BY Day
            """,
            period).ToDictionary(row => row.Day);
        var votes = connection.Query<(string Day, long Up, long Down)>(
            """
            SELECT strftime('%Y-%m-%d', voted_at / 1000, 'unixepoch') AS day, sum(vote = 'up'), sum(vote = 'down')
            FROM feedback WHERE voted_at >= @from AND voted_at < @to GROUP BY day
            """,
            period).ToDictionary(row => row.Day);
        return [.. Enumerable.Range(0, lastDay.DayNumber - firstDay.DayNumber + 1).Select(firstDay.AddDays).Select(Day)];

        DayFigures Day(DateOnly day)
        {
            var key = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var (row, vote) = (asked.GetValueOrDefault(key), votes.GetValueOrDefault(key));
            return new DayFigures(
                day, (int)(row?.Answered ?? 0), (int)(row?.Held ?? 0), (int)(row?.Abstained ?? 0), (int)(row?.Refused ?? 0), (int)vote.Up, (int)vote.Down);
        }
    }

    private static List<ComposerFigures> Composers(SqliteConnection connection, object period)
    {
        var written = connection.Query<(string Composer, long Answers, long Up, long Down)>(
            """
            SELECT composer, count(*), sum(up), sum(down)
            FROM (SELECT composer, (SELECT count(*) FROM feedback WHERE answer_id = id AND vote = 'up') AS up,
                         (SELECT count(*) FROM feedback WHERE answer_id = id AND vote = 'down') AS down
                  FROM answers WHERE created_at >= @from AND created_at < @to AND superseded = 0 AND status = 'answered' AND composer IS NOT NULL)
            GROUP BY composer
            """,
            period).ToDictionary(row => row.Composer);
        var decided = connection.Query<(string Composer, long Approved, long Edited, long Rejected)>(
            $"SELECT composer, sum(state = 'approved'), sum(state = 'edited'), sum(state = 'rejected') {DecidedCases} AND composer IS NOT NULL GROUP BY composer",
            period).ToDictionary(row => row.Composer);
        return
        [
            .. written.Keys.Union(decided.Keys)
                .Select(name => (name, Written: written.GetValueOrDefault(name), Decided: decided.GetValueOrDefault(name)))
                .Select(row => new ComposerFigures(
                    row.name,
                    (int)row.Written.Answers,
                    (int)row.Written.Up,
                    (int)row.Written.Down,
                    (int)row.Decided.Approved,
                    (int)row.Decided.Edited,
                    (int)row.Decided.Rejected))
                .OrderByDescending(figures => figures.Answers)
                .ThenBy(figures => figures.Composer, StringComparer.Ordinal),
        ];
    }

    private static DecisionFigures Decisions(SqliteConnection connection, object period)
    {
        var (approved, edited, rejected, expired) = connection.QuerySingle<(long, long, long, long)>(
            $"""
            SELECT count(*) FILTER (WHERE state = 'approved'), count(*) FILTER (WHERE state = 'edited'),
                   count(*) FILTER (WHERE state = 'rejected'), count(*) FILTER (WHERE state = 'expired') {DecidedCases}
            """,
            period);
        var times = connection.Query<long>($"SELECT decided_at - opened_at {DecidedCases} AND state <> 'expired' ORDER BY 1", period).AsList();
        return new DecisionFigures(
            (int)approved, (int)edited, (int)rejected, (int)expired, times.Count == 0 ? null : TimeSpan.FromMilliseconds((times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2.0));
    }

    private static long Milliseconds(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    // No parameters: where there are no rows, SQLite tells no types of sums.
    private sealed record AskedRow
    {
        public string Day { get; init; } = "";

        public long Answered { get; init; }

        public long Held { get; init; }

        public long Abstained { get; init; }

        public long Refused { get; init; }
    }
}
