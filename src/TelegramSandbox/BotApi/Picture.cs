using System.Buffers.Binary;

namespace TelegramSandbox.BotApi;

/// <summary>What the head of a picture tells: JPEG, PNG, GIF and WebP are what Telegram takes as a photo.</summary>
internal sealed record Picture(string MimeType, int Width, int Height)
{
    // Telegram's limits (core.telegram.org/bots/api#sendphoto).
    private const int MaxSides = 10_000;
    private const int MaxRatio = 20;

    private static readonly byte[] PngSignature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Neither too large nor too long and narrow.</summary>
    public bool HasUsualShape =>
        Width > 0 && Height > 0 && (long)Width + Height <= MaxSides && Math.Max(Width, Height) <= (long)MaxRatio * Math.Min(Width, Height);

    /// <returns>Null when it is no such picture.</returns>
    public static Picture? ReadOrNull(ReadOnlySpan<byte> content)
    {
        if (content.Length >= 24 && content.StartsWith(PngSignature) && content[12..].StartsWith("IHDR"u8))
        {
            return new Picture("image/png", Big32(content[16..]), Big32(content[20..]));
        }

        if (content.Length >= 10 && (content.StartsWith("GIF87a"u8) || content.StartsWith("GIF89a"u8)))
        {
            return new Picture("image/gif", Little16(content[6..]), Little16(content[8..]));
        }

        return content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]) ? JpegOrNull(content[2..])
            : content.Length >= 30 && content.StartsWith("RIFF"u8) && content[8..].StartsWith("WEBP"u8) ? WebpOrNull(content[12..])
            : null;
    }

    /// <summary>Goes from segment to segment until the one that starts the frame.</summary>
    private static Picture? JpegOrNull(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            if (rest[1] == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            if (rest[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new Picture("image/jpeg", Big16(rest[7..]), Big16(rest[5..]));
            }

            var length = 2 + Big16(rest[2..]);
            rest = length < rest.Length ? rest[length..] : [];
        }

        return null;
    }

    private static Picture? WebpOrNull(ReadOnlySpan<byte> chunk) => chunk switch
    {
        _ when chunk.StartsWith("VP8 "u8) => Webp(Little16(chunk[14..]) & 0x3FFF, Little16(chunk[16..]) & 0x3FFF),
        _ when chunk.StartsWith("VP8L"u8) && BinaryPrimitives.ReadInt32LittleEndian(chunk[9..]) is var bits => Webp((bits & 0x3FFF) + 1, ((bits >> 14) & 0x3FFF) + 1),
        _ when chunk.StartsWith("VP8X"u8) => Webp(Little24(chunk[12..]) + 1, Little24(chunk[15..]) + 1),
        _ => null,
    };

    private static Picture Webp(int width, int height) => new("image/webp", width, height);

    private static int Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static int Little16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

    private static int Little24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);
}
