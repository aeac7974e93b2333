using CstoBot.Telegram.Handling;

namespace CstoBot.Tests.Fakes;

/// <summary>Everybody asked at these times, and nothing else is known.</summary>
internal sealed class FixedAskedQuestions : IAskedQuestions
{
    public IReadOnlyList<DateTimeOffset> Times { get; init; } = [];

    public Task<AskedQuestion?> FindOrNullAsync(long answerId, CancellationToken cancellationToken) => Task.FromResult<AskedQuestion?>(null);

    public Task<IReadOnlyList<DateTimeOffset>> TimesAsync(long userId, DateTimeOffset since, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DateTimeOffset>>([.. Times.Where(time => time > since).TakeLast(limit)]);
}
