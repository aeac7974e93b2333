using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Conversations;
using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Handling;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteGapStore(SqliteDatabase database) : IGapStore
{
    /// <summary>Called inside the transaction in which a moderator is shown it. Where two see two gaps at once, the number is the first's.</summary>
    public static void Add(SqliteConnection connection, Change.GapFound found) => connection.Execute(
        "INSERT INTO gaps (number, terms, answer_id, found_at) VALUES (@Number, @Terms, @QuestionId, @FoundAt) ON CONFLICT (number) DO NOTHING",
        new { found.Number, found.QuestionId, Terms = JsonSerializer.Serialize(found.Terms, GapTermsJson.Default.GapTerms), FoundAt = found.At.ToUnixTimeMilliseconds() });

    /// <summary>Called inside the transaction in which the decision is done. A question is kept with a gap as long as it is decided.</summary>
    public static void Mark(SqliteConnection connection, Change.GapMarked marked) => connection.Execute(
        "UPDATE gaps SET state = @State, marked_by = @By, marked_at = @At, question = @Question, carried = @Carried WHERE number = @Number",
        new
        {
            marked.Number,
            State = marked.State.ToString(),
            marked.By,
            At = marked.At.ToUnixTimeMilliseconds(),
            Question = marked.State == GapState.Open ? null : marked.Question.Text,
            Carried = marked.State == GapState.Open ? null : marked.Question.Carried,
        });

    public Task<IReadOnlyList<AbstainedQuestion>> QuestionsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<AbstainedQuestion>>(
            connection =>
            [
                .. connection.Query<QuestionRow>(
                    """
                    SELECT id AS Id, user_id AS UserId, question AS Question, carried AS Carried, language AS Language, created_at AS CreatedAt
                    FROM answers WHERE status = 'abstained' AND origin IN ('question', 'suggestion') AND superseded = 0
                    """).Select(row => new AbstainedQuestion(
                        row.Id,
                        row.UserId,
                        new StandaloneQuestion(row.Question, row.Carried),
                        Enum.Parse<Language>(row.Language),
                        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt))),
            ],
            cancellationToken);

    public Task<StoredGaps> GapsAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection =>
            {
                var gaps = connection.Query<GapRow>(
                    "SELECT number AS Number, terms AS Terms, state AS State, marked_by AS MarkedBy, marked_at AS MarkedAt FROM gaps ORDER BY number");
                var last = connection.ExecuteScalar<long?>("SELECT seq FROM sqlite_sequence WHERE name = 'gaps'") ?? 0;
                return new StoredGaps([.. gaps.Select(Gap)], last + 1);
            },
            cancellationToken);

    private static StoredGap Gap(GapRow row) => new(
        row.Number,
        JsonSerializer.Deserialize(row.Terms, GapTermsJson.Default.GapTerms) ?? throw new JsonException("The terms of a gap are null."),
        Enum.Parse<GapState>(row.State),
        row.MarkedBy,
        row.MarkedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null);

    private sealed record QuestionRow(long Id, long UserId, string Question, string? Carried, string Language, long CreatedAt);

    private sealed record GapRow(long Number, string Terms, string State, long? MarkedBy, long? MarkedAt);
}

[JsonSourceGenerationOptions(IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(GapTerms))]
internal sealed partial class GapTermsJson : JsonSerializerContext;
