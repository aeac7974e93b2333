namespace CstoBot.Telegram.Sending;

/// <summary>Counts messages whose markup Telegram refused since the start: each is a defect of ours, though the reader got the plain text.</summary>
internal sealed class MarkupDefects
{
    private int count;

    public int Count => Volatile.Read(ref count);

    public void Note() => Interlocked.Increment(ref count);
}
