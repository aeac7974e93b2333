namespace CstoBot.Telegram.Handling;

/// <summary>How the bot is doing, for its admins; never what anybody wrote.</summary>
internal interface IBotState
{
    /// <param name="since">From when on answers are counted.</param>
    /// <param name="now">To which the rates are.</param>
    Task<BotState> ReadAsync(long botId, DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken);
}

/// <param name="Parked">The latest updates that could not be dealt with, at most ten; <paramref name="ParkedCount"/> says how many there are.</param>
/// <param name="GivenUp">The latest messages that could not be sent, at most ten.</param>
/// <param name="Answered">How many questions were answered, and <paramref name="NotAnswered"/> how many not.</param>
/// <param name="DatabaseVersion">Of SQLite.</param>
internal sealed record BotState(
    int Pending,
    int ParkedCount,
    IReadOnlyList<FailedRow> Parked,
    int Open,
    int GivenUpCount,
    IReadOnlyList<FailedRow> GivenUp,
    int Answered,
    int NotAnswered,
    QuestionRates Rates,
    StorageUse Storage,
    string DatabaseVersion);

/// <param name="LastHour">How many questions were asked, and <paramref name="AnsweredLastHour"/> how many of them answered.</param>
internal sealed record QuestionRates(int LastHour, int AnsweredLastHour, int LastMinute);

/// <summary>What lies on disk, in bytes.</summary>
/// <param name="Corpus">The versions of the documents.</param>
/// <param name="Index">0 where the index is in memory.</param>
/// <param name="Free">Of the disk of the data folder; null when that cannot be told.</param>
internal sealed record StorageUse(long Database, long Corpus, long Index, long? Free);

/// <param name="ErrorKind">What stands before the first colon of the error: what follows may hold somebody's words.</param>
internal sealed record FailedRow(long Id, string ErrorKind);
