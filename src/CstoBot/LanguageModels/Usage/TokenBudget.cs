using System.Globalization;
using CstoBot.Conversations;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels.Usage;

/// <summary>
/// Keeps the limits of a minute and of a day: what a call may take at most is set aside before it, and what it took is booked after it.
/// For any thread.
/// </summary>
internal sealed partial class TokenBudget(IOptions<ModelOptions> options, ITokenUsage usage, TimeProvider time, ILogger<TokenBudget> logger) : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Queue<(DateTimeOffset Time, long Tokens)> lately = new();
    private long ofMinute;
    private long setAside;
    private (DateOnly Day, TokenCount Tokens) ofDay;
    private volatile bool isRead;

    /// <summary>What this day (UTC) took so far.</summary>
    public async Task<TokenCount> TodayAsync(CancellationToken cancellationToken)
    {
        await ReadDayAsync(cancellationToken);
        lock (gate)
        {
            return UsedToday();
        }
    }

    /// <summary>Sets tokens aside for a call. The caller hands them back by <see cref="Book"/>, whatever becomes of the call.</summary>
    /// <exception cref="ModelFailedException">So many are not left.</exception>
    public async Task SetAsideAsync(long tokens, CancellationToken cancellationToken)
    {
        await ReadDayAsync(cancellationToken);
        lock (gate)
        {
            Forget();
            Demand(ofMinute, tokens, options.Value.TokensPerMinute, "minute");
            Demand(UsedToday().Total, tokens, options.Value.TokensPerDay, "day");
            setAside += tokens;
        }
    }

    /// <summary>Notes what a call took instead of what was set aside for it. Waits for no disk.</summary>
    public void Book(long wasSetAside, TokenCount tokens)
    {
        var day = Today();
        lock (gate)
        {
            setAside -= wasSetAside;
            if (tokens.Total == 0)
            {
                return;
            }

            lately.Enqueue((time.GetUtcNow(), tokens.Total));
            ofMinute += tokens.Total;
            ofDay = (day, UsedToday() + tokens);
        }

        _ = KeepAsync(day, tokens);
    }

    public void Dispose() => reading.Dispose();

    private void Demand(long used, long wanted, long limit, string period)
    {
        if (limit > 0 && used + setAside + wanted > limit)
        {
            throw new ModelFailedException(ModelFailure.OverBudget, string.Create(CultureInfo.InvariantCulture, $"the {limit} tokens of this {period} are used up, or set aside for other questions"));
        }
    }

    private TokenCount UsedToday() => ofDay.Day == Today() ? ofDay.Tokens : default;

    private void Forget()
    {
        var before = time.GetUtcNow() - Minute;
        while (lately.TryPeek(out var oldest) && oldest.Time <= before)
        {
            ofMinute -= lately.Dequeue().Tokens;
        }
    }

    /// <summary>Once after a start: what was used before it. From then on this process knows.</summary>
    private async Task ReadDayAsync(CancellationToken cancellationToken)
    {
        if (isRead)
        {
            return;
        }

        await reading.WaitAsync(cancellationToken);
        try
        {
            if (!isRead)
            {
                var day = Today();
                var tokens = await usage.OfDayAsync(day, cancellationToken);
                lock (gate)
                {
                    ofDay = (day, tokens);
                }

                isRead = true;
            }
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task KeepAsync(DateOnly day, TokenCount tokens)
    {
        try
        {
            await usage.AddAsync(day, tokens, CancellationToken.None);
        }
        catch (Exception exception)
        {
            LogNotKept(exception, tokens.Total);
        }
    }

    private DateOnly Today() => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    [LoggerMessage(6011, LogLevel.Error, "{Tokens} used tokens could not be noted; after a restart they are missing from the day's")]
    private partial void LogNotKept(Exception exception, long tokens);
}
