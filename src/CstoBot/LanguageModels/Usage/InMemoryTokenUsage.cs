using System.Collections.Concurrent;

namespace CstoBot.LanguageModels.Usage;

/// <summary>For who answers from the command line and keeps nothing.</summary>
internal sealed class InMemoryTokenUsage : ITokenUsage
{
    private readonly ConcurrentDictionary<DateOnly, TokenCount> days = new();

    public Task<TokenCount> OfDayAsync(DateOnly day, CancellationToken cancellationToken) => Task.FromResult(days.GetValueOrDefault(day));

    public Task AddAsync(DateOnly day, TokenCount tokens, CancellationToken cancellationToken)
    {
        days.AddOrUpdate(day, tokens, (_, before) => before + tokens);
        return Task.CompletedTask;
    }
}
