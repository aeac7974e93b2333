using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteCaseStore(SqliteDatabase database) : ICaseStore
{
    private long nextId;

    public async Task<long> NextIdAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Read(ref nextId) == 0)
        {
            // The number of a case that is gone is not used again: it may still be spoken of.
            var highest = await database.ReadAsync(
                connection => connection.QuerySingleOrDefault<long?>("SELECT seq FROM sqlite_sequence WHERE name = 'cases'") ?? 0, cancellationToken);
            Interlocked.CompareExchange(ref nextId, highest + 1, 0);
        }

        return Interlocked.Increment(ref nextId) - 1;
    }

    public Task<Case?> FindOrNullAsync(long caseId, CancellationToken cancellationToken) => OneAsync("WHERE cases.id = @caseId", new { caseId }, cancellationToken);

    public Task<Case?> OfAnswerOrNullAsync(long answerId, CancellationToken cancellationToken) =>
        OneAsync("WHERE cases.answer_id = @answerId ORDER BY cases.id DESC LIMIT 1", new { answerId }, cancellationToken);

    public Task<Case?> PendingOfContentOrNullAsync(long answerId, CancellationToken cancellationToken) => OneAsync(
        """
        WHERE cases.state = 'pending' AND cases.origin = 'reported'
          AND cases.id IN (SELECT case_id FROM case_drafts WHERE content_id = (SELECT content_id FROM answers WHERE id = @answerId))
          AND drafts.content_id = (SELECT content_id FROM answers WHERE id = @answerId)
        ORDER BY cases.id LIMIT 1
        """,
        new { answerId },
        cancellationToken);

    public Task<Case?> OfGapOrNullAsync(long gap, CancellationToken cancellationToken) =>
        OneAsync("WHERE cases.gap = @gap AND cases.state = 'pending' ORDER BY cases.id LIMIT 1", new { gap }, cancellationToken);

    public Task<Case?> OfCardOrNullAsync(long chatId, int messageId, CancellationToken cancellationToken) =>
        OneAsync("JOIN case_cards ON case_cards.case_id = cases.id WHERE case_cards.chat_id = @chatId AND case_cards.message_id = @messageId", new { chatId, messageId }, cancellationToken);

    public Task<IReadOnlyList<(long ChatId, int MessageId)>> CardsAsync(long caseId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(long, int)>>(
            connection =>
            [
                .. connection.Query<(long Chat, long Message)>("SELECT chat_id, message_id FROM case_cards WHERE case_id = @caseId ORDER BY chat_id", new { caseId })
                    .Select(row => (row.Chat, (int)row.Message)),
            ],
            cancellationToken);

    public Task<IReadOnlyList<CaseEvent>> HistoryAsync(long caseId, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<CaseEvent>>(
            connection =>
            [
                .. connection.Query<(long At, string Kind, long? User, string? Name, string? Detail)>(
                    "SELECT at, kind, user_id, name, detail FROM case_events WHERE case_id = @caseId ORDER BY number", new { caseId })
                    .Select(row => new CaseEvent(
                        DateTimeOffset.FromUnixTimeMilliseconds(row.At),
                        Enum.Parse<CaseEventKind>(row.Kind),
                        row.User is { } user ? new Reviewer(user, row.Name ?? "") : null,
                        row.Detail)),
            ],
            cancellationToken);

    public Task<IReadOnlyList<Case>> PendingAsync(int skip, int take, CancellationToken cancellationToken) =>
        ManyAsync(
            """
            WHERE cases.id IN (SELECT id FROM cases WHERE state = 'pending' ORDER BY opened_at, id LIMIT @take OFFSET @skip)
            ORDER BY cases.opened_at, cases.id
            """,
            new { skip, take },
            cancellationToken);

    public Task<QueueCounts> CountPendingAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var (pending, oldest) = connection.QuerySingle<(long, long?)>("SELECT count(*), min(opened_at) FROM cases WHERE state = 'pending'");
                var taken = connection.QuerySingle<long>(
                    "SELECT count(*) FROM cases WHERE state = 'pending' AND claimed_by IS NOT NULL AND claimed_until > @now", new { now = now.ToUnixTimeMilliseconds() });
                return new QueueCounts((int)pending, (int)taken, oldest is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);
            },
            cancellationToken);

    public Task<IReadOnlyList<Case>> DueAsync(DateTimeOffset now, int take, CancellationToken cancellationToken) => ManyAsync(
        "WHERE cases.state = 'pending' AND cases.due_at <= @now ORDER BY cases.due_at, cases.id LIMIT @take",
        new { now = now.ToUnixTimeMilliseconds(), take },
        cancellationToken);

    public Task<IReadOnlyList<Case>> OfReviewerAsync(long userId, DateTimeOffset now, int take, CancellationToken cancellationToken) => ManyAsync(
        """
        WHERE (cases.state = 'pending' AND cases.claimed_by = @userId AND cases.claimed_until > @now) OR cases.decided_by = @userId
        ORDER BY cases.state = 'pending' DESC, coalesce(cases.decided_at, cases.opened_at) DESC LIMIT @take
        """,
        new { userId, now = now.ToUnixTimeMilliseconds(), take },
        cancellationToken);

    public Task<IReadOnlyList<Case>> OfAskerAsync(long userId, int take, CancellationToken cancellationToken) =>
        ManyAsync("WHERE cases.user_id = @userId ORDER BY cases.id DESC LIMIT @take", new { userId, take }, cancellationToken);

    public Task<IReadOnlyList<DecidedQuestion>> DecidedQuestionsAsync(
        Language language, IReadOnlyList<CaseState> states, DateTimeOffset since, int take, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<DecidedQuestion>>(
            connection =>
            [
                .. connection.Query<(string Text, long At)>(
                        """
                        SELECT question, decided_at FROM cases
                        WHERE state IN @states AND decided_at > @since AND language = @language AND question <> '' ORDER BY decided_at DESC LIMIT @take
                        """,
                        new { states = states.Select(state => state.ToString().ToLowerInvariant()), since = since.ToUnixTimeMilliseconds(), language = language.ToString(), take })
                    .Select(row => new DecidedQuestion(row.Text, DateTimeOffset.FromUnixTimeMilliseconds(row.At))),
            ],
            cancellationToken);

    public Task<IReadOnlyList<(CaseState State, int Count)>> CountDecidedAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<(CaseState, int)>>(
            connection =>
            [
                .. connection.Query<(string State, long Count)>(
                    "SELECT state, count(*) FROM cases WHERE decided_at >= @since GROUP BY state ORDER BY state", new { since = since.ToUnixTimeMilliseconds() })
                    .Select(row => (Enum.Parse<CaseState>(row.State, ignoreCase: true), (int)row.Count)),
            ],
            cancellationToken);

    public Task<DateTimeOffset?> LastOrNullAsync(string name, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<long?>("SELECT at FROM clock WHERE name = @name", new { name }) is { } at
                ? DateTimeOffset.FromUnixTimeMilliseconds(at)
                : (DateTimeOffset?)null,
            cancellationToken);

    private Task<Case?> OneAsync(string where, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync(connection => Read(connection, where, parameters).FirstOrDefault(), cancellationToken);

    private Task<IReadOnlyList<Case>> ManyAsync(string where, object parameters, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<Case>>(connection => [.. Read(connection, where, parameters)], cancellationToken);

    private static IEnumerable<Case> Read(SqliteConnection connection, string where, object parameters) =>
        connection.Query<CaseRow>($"{CaseRow.Select} {where}", parameters).Select(row => row.ToCase());
}
