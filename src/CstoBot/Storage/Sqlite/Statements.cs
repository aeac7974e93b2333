using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>
/// Statements that run for every question, kept prepared on the connection they were first run on: reading their text anew each time is
/// half of what they cost. For all others Dapper is fine.
/// </summary>
internal static class Statements
{
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Kept = [];

    /// <param name="sql">A constant; its parameters are called <c>$1</c>, <c>$2</c> and so on.</param>
    /// <returns>How many rows were changed.</returns>
    public static int Run(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Prepared(connection, sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is none.</summary>
    /// <inheritdoc cref="Run"/>
    public static long? Ask(this SqliteConnection connection, string sql, params ReadOnlySpan<object?> values) =>
        Prepared(connection, sql, values).ExecuteScalar() as long?;

    private static SqliteCommand Prepared(SqliteConnection connection, string sql, ReadOnlySpan<object?> values)
    {
        var kept = Kept.GetOrCreateValue(connection);
        if (!kept.TryGetValue(sql, out var command))
        {
            kept[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var number = 1; number <= values.Length; number++)
            {
                command.Parameters.Add(new SqliteParameter($"${number}", null));
            }
        }

        for (var index = 0; index < values.Length; index++)
        {
            command.Parameters[index].Value = values[index] ?? DBNull.Value;
        }

        return command;
    }
}
