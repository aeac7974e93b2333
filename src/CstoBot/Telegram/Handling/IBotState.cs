namespace CstoBot.Telegram.Handling;

/// <summary>How the bot is doing, for its admins; never what anybody wrote.</summary>
internal interface IBotState
{
    /// <param name="since">From when on answers are counted.</param>
    Task<BotState> ReadAsync(long botId, DateTimeOffset since, CancellationToken cancellationToken);
}

/// <param name="Parked">The latest updates that could not be dealt with, at most ten; <paramref name="ParkedCount"/> says how many there are.</param>
/// <param name="GivenUp">The latest messages that could not be sent, at most ten.</param>
/// <param name="Answered">How many questions were answered, and <paramref name="NotAnswered"/> how many not.</param>
/// <param name="Bytes">What the database takes on disk.</param>
internal sealed record BotState(
    int Pending,
    int ParkedCount,
    IReadOnlyList<FailedRow> Parked,
    int Open,
    int GivenUpCount,
    IReadOnlyList<FailedRow> GivenUp,
    int Answered,
    int NotAnswered,
    long Bytes);

/// <param name="ErrorKind">What stands before the first colon of the error: what follows may hold somebody's words.</param>
internal sealed record FailedRow(long Id, string ErrorKind);
