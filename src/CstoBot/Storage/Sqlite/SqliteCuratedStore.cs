using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteCuratedStore(SqliteDatabase database) : ICuratedStore
{
    private const string Rows = """
        SELECT curated.id AS Id, case_id AS CaseId, question AS Question, carried AS Carried, language AS Language, json AS Json, cited AS Cited,
               state AS State, by_id AS ById, by_name AS ByName, kept_at AS KeptAt, ended_at AS EndedAt
        FROM curated JOIN answer_contents ON answer_contents.id = content_id
        """;

    /// <summary>Called inside the transaction in which the decision is made.</summary>
    /// <returns>The row's id.</returns>
    public static long Keep(SqliteConnection connection, CuratedAnswer kept)
    {
        var row = new
        {
            kept.CaseId,
            kept.Question,
            kept.Carried,
            Language = kept.Language.ToString(),
            ContentId = AnswerContents.Add(connection, kept.Answer),
            Cited = JsonSerializer.Serialize(kept.Cited, CitedJson.Default.IReadOnlyListCitedPassage),
            State = kept.State.ToString(),
            ById = kept.By.UserId,
            ByName = kept.By.Name,
            KeptAt = kept.At.ToUnixTimeMilliseconds(),
            EndedAt = kept.EndedAt?.ToUnixTimeMilliseconds(),
        };
        connection.Execute(
            "UPDATE curated SET state = 'Retired', ended_at = @KeptAt, ended_by = @ById WHERE case_id = @CaseId AND state <> 'Retired'", row);
        Count(connection);
        return connection.QuerySingle<long>(
            """
            INSERT INTO curated (case_id, question, carried, language, content_id, cited, state, by_id, by_name, kept_at, ended_at)
            VALUES (@CaseId, @Question, @Carried, @Language, @ContentId, @Cited, @State, @ById, @ByName, @KeptAt, @EndedAt)
            RETURNING id
            """,
            row);
    }

    /// <summary>Called inside the transaction of the update.</summary>
    public static void Retire(SqliteConnection connection, Change.CuratedRetired retired)
    {
        connection.Execute(
            "UPDATE curated SET state = 'Retired', ended_at = @At, ended_by = @By WHERE id = @Id AND state <> 'Retired'",
            new { retired.Id, At = retired.At.ToUnixTimeMilliseconds(), By = retired.By.UserId });
        Count(connection);
    }

    /// <inheritdoc cref="Retire"/>
    public static void Suspend(SqliteConnection connection, Change.CuratedSuspended suspended)
    {
        connection.Execute(
            "UPDATE curated SET state = 'Suspended', ended_at = @At WHERE id = @Id AND state = 'Active'",
            new { suspended.Id, At = suspended.At.ToUnixTimeMilliseconds() });
        Count(connection);
    }

    public Task<CuratedAnswer?> FindOrNullAsync(long id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefault<Row>($"{Rows} WHERE curated.id = @id", new { id })?.Read(), cancellationToken);

    public Task<IReadOnlyList<CuratedAnswer>> ActiveAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<CuratedAnswer>>(
        connection => [.. connection.Query<Row>($"{Rows} WHERE state = 'Active' ORDER BY curated.id").Select(row => row.Read())], cancellationToken);

    public Task<IReadOnlyList<long>> ActiveIdsAsync(CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<long>>(
        connection => [.. connection.Query<long>("SELECT id FROM curated WHERE state = 'Active' ORDER BY id")], cancellationToken);

    public Task<CuratedPage> PageAsync(CuratedState? state, int skip, int take, CancellationToken cancellationToken) => database.ReadAsync(
        connection =>
        {
            var parameters = new { state = state?.ToString(), skip, take };
            var rows = connection.Query<Row>($"{Rows} WHERE @state IS NULL OR state = @state ORDER BY curated.id DESC LIMIT @take OFFSET @skip", parameters);
            var total = connection.QuerySingle<int>("SELECT count(*) FROM curated WHERE @state IS NULL OR state = @state", parameters);
            return new CuratedPage([.. rows.Select(row => row.Read())], total);
        },
        cancellationToken);

    public Task<long> VersionAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(connection => connection.Ask("SELECT version FROM curated_version") ?? 0, cancellationToken);

    public Task<long> KeepAsync(CuratedAnswer answer, CancellationToken cancellationToken) =>
        database.WriteAsync(connection => Keep(connection, answer), cancellationToken);

    private static void Count(SqliteConnection connection) => connection.Run("UPDATE curated_version SET version = version + 1");

    private sealed record Row(
        long Id, long? CaseId, string Question, string? Carried, string Language, string Json, string Cited,
        string State, long ById, string ByName, long KeptAt, long? EndedAt)
    {
        public CuratedAnswer Read() => new(
            Id,
            CaseId,
            Question,
            Enum.Parse<Language>(Language),
            AnswerContents.Read(Json),
            Enum.Parse<CuratedState>(State),
            new Reviewer(ById, ByName),
            DateTimeOffset.FromUnixTimeMilliseconds(KeptAt),
            JsonSerializer.Deserialize(Cited, CitedJson.Default.IReadOnlyListCitedPassage) ?? [])
        {
            Carried = Carried,
            EndedAt = EndedAt is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended) : null,
        };
    }
}

[JsonSerializable(typeof(IReadOnlyList<CitedPassage>))]
internal sealed partial class CitedJson : JsonSerializerContext;
