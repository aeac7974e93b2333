using CstoBot.Telegram.Moderation;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteCorrections(SqliteDatabase database) : ICorrections
{
    public Task<IReadOnlyList<PendingCorrection>> NextAsync(int take, CancellationToken cancellationToken) =>
        database.ReadAsync<IReadOnlyList<PendingCorrection>>(
            connection =>
            [
                .. connection.Query<(long Case, long Answer)>("SELECT case_id, answer_id FROM corrections ORDER BY case_id, answer_id LIMIT @take", new { take })
                    .ToList()
                    .Select(row => new PendingCorrection(row.Case, SqliteAnswerStore.OneOrNull(connection, row.Answer)
                        ?? throw new InvalidOperationException("A correction of an answer that is not kept."))),
            ],
            cancellationToken);
}
