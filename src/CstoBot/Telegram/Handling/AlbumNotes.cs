namespace CstoBot.Telegram.Handling;

/// <summary>Knows the latest albums, which come as several messages: one note is enough for each.</summary>
internal sealed class AlbumNotes
{
    private const int Remembered = 256;

    private readonly Lock gate = new();
    private readonly Queue<string> latest = new();

    /// <param name="albumId">Null for a message that is none of an album: always the first.</param>
    public bool IsFirst(string? albumId)
    {
        if (albumId is null)
        {
            return true;
        }

        lock (gate)
        {
            if (latest.Contains(albumId))
            {
                return false;
            }

            if (latest.Count == Remembered)
            {
                latest.Dequeue();
            }

            latest.Enqueue(albumId);
            return true;
        }
    }
}
