using System.Globalization;
using CstoBot.LanguageModels.Usage;
using Dapper;

namespace CstoBot.Storage.Sqlite;

internal sealed class SqliteTokenUsage(SqliteDatabase database) : ITokenUsage
{
    public Task<TokenCount> OfDayAsync(DateOnly day, CancellationToken cancellationToken) =>
        database.ReadAsync(
            connection => connection.QuerySingleOrDefault<(long Input, long Output)?>("SELECT input, output FROM token_usage WHERE day = @day", new { day = Text(day) })
                is var (input, output) ? new TokenCount(input, output) : default,
            cancellationToken);

    public Task AddAsync(DateOnly day, TokenCount tokens, CancellationToken cancellationToken) =>
        database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO token_usage (day, input, output) VALUES (@day, @Input, @Output)
                ON CONFLICT (day) DO UPDATE SET input = input + excluded.input, output = output + excluded.output
                """,
                new { day = Text(day), tokens.Input, tokens.Output }),
            cancellationToken);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
