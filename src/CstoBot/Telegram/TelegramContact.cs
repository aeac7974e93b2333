namespace CstoBot.Telegram;

/// <summary>Whether Telegram was there lately, as seen by the calls that are made anyway.</summary>
internal sealed class TelegramContact(TimeProvider time)
{
    private readonly Lock gate = new();
    private DateTimeOffset? answered;
    private DateTimeOffset? failingSince;

    /// <summary>Telegram answered, were it to refuse something.</summary>
    public void NoteAnswer()
    {
        lock (gate)
        {
            (answered, failingSince) = (time.GetUtcNow(), null);
        }
    }

    public void NoteFailure()
    {
        lock (gate)
        {
            failingSince ??= time.GetUtcNow();
        }
    }

    /// <summary>When Telegram answered last, null for never, and since when no call has come through, null while they do.</summary>
    public (DateTimeOffset? Answered, DateTimeOffset? FailingSince) Read()
    {
        lock (gate)
        {
            return (answered, failingSince);
        }
    }
}
