namespace CstoBot.Ingestion.Web;

/// <summary>Reads a body no further than a limit, whatever its headers promise and however small it is packed.</summary>
internal static class BodyReader
{
    private const int Piece = 64 * 1024;

    /// <returns>The whole body; null when it is larger than <paramref name="limit"/>.</returns>
    public static async Task<byte[]?> ReadOrNullAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        var body = await ReadStartAsync(content, limit + 1, cancellationToken);
        return body.Length <= limit ? body : null;
    }

    /// <summary>The first <paramref name="length"/> bytes, fewer where there are no more.</summary>
    public static async Task<byte[]> ReadStartAsync(HttpContent content, int length, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var start = new MemoryStream();
        var piece = new byte[Piece];
        while (start.Length < length)
        {
            var read = await stream.ReadAsync(piece.AsMemory(0, (int)Math.Min(piece.Length, length - start.Length)), cancellationToken);
            if (read == 0)
            {
                break;
            }

            start.Write(piece, 0, read);
        }

        return start.ToArray();
    }
}
