using System.Text;
using CstoBot.Conversations;

namespace CstoBot.Ingestion.Formats.Workers;

/// <summary>What the bot and a process that reads files for it say to each other: frames of a length and so many bytes.</summary>
internal static class ExtractionFrames
{
    /// <summary>A file may be a gigabyte by its setting; a longer frame comes from something else than the other side.</summary>
    private const int MaxFrame = 1_100_000_000;

    public static byte[] Write(ExtractionRequest request) => Written(writer =>
    {
        writer.Write((byte)request.Format);
        writer.Write(request.Limits.MaxPages);
        writer.Write(request.Limits.MaxCharacters);
        writer.Write(request.Content.Length);
        writer.Write(request.Content);
    });

    public static ExtractionRequest ReadRequest(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame), Encoding.UTF8);
        return new ExtractionRequest((FileFormat)reader.ReadByte(), new ReadingLimits(reader.ReadInt32(), reader.ReadInt32()), reader.ReadBytes(reader.ReadInt32()));
    }

    public static byte[] Write(ExtractionReply reply) => Written(writer =>
    {
        writer.Write(reply.Failure is not null);
        if (reply.Failure is not null)
        {
            writer.Write(reply.Failure);
        }

        if (reply.Extracted is { } extracted)
        {
            Write(writer, extracted);
        }
    });

    public static ExtractionReply ReadReply(byte[] frame)
    {
        using var reader = new BinaryReader(new MemoryStream(frame), Encoding.UTF8);
        return reader.ReadBoolean() ? new ExtractionReply(null, reader.ReadString()) : new ExtractionReply(ReadExtracted(reader), null);
    }

    public static async Task SendAsync(Stream stream, byte[] frame, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(BitConverter.GetBytes(frame.Length), cancellationToken);
        await stream.WriteAsync(frame, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Null when the other side has ended.</summary>
    public static async Task<byte[]?> ReceiveOrNullAsync(Stream stream, CancellationToken cancellationToken)
    {
        var length = new byte[sizeof(int)];
        if (await stream.ReadAtLeastAsync(length, length.Length, throwOnEndOfStream: false, cancellationToken) < length.Length)
        {
            return null;
        }

        var size = BitConverter.ToInt32(length);
        if (size is < 0 or > MaxFrame)
        {
            return null;
        }

        var frame = new byte[size];
        return await stream.ReadAtLeastAsync(frame, size, throwOnEndOfStream: false, cancellationToken) < size ? null : frame;
    }

    private static void Write(BinaryWriter writer, ExtractedText extracted)
    {
        writer.Write(extracted.Text);
        WriteOrNull(writer, extracted.Stated.Title);
        WriteOrNull(writer, extracted.Stated.Publisher);
        writer.Write(extracted.Stated.Published?.DayNumber ?? -1);
        WriteOrNull(writer, extracted.Stated.Url?.OriginalString);
        writer.Write(extracted.Stated.Language is { } language ? (int)language : -1);
        writer.Write(extracted.Headings?.Count ?? -1);
        foreach (var heading in extracted.Headings ?? [])
        {
            writer.Write(heading.Span.Start);
            writer.Write(heading.Span.Length);
            writer.Write(heading.Level);
        }

        writer.Write(extracted.PageStarts.Count);
        foreach (var start in extracted.PageStarts)
        {
            writer.Write(start);
        }
    }

    private static ExtractedText ReadExtracted(BinaryReader reader) => new(
        reader.ReadString(),
        Stated.ByFile(
            ReadStringOrNull(reader),
            ReadStringOrNull(reader),
            reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null,
            Stated.WebAddressOrNull(ReadStringOrNull(reader)),
            reader.ReadInt32() is var language and >= 0 ? (Language)language : null),
        reader.ReadInt32() is var headings and >= 0 ? Many(headings, () => new HeadingLine(new TextSpan(reader.ReadInt32(), reader.ReadInt32()), reader.ReadInt32())) : null,
        Many(reader.ReadInt32(), reader.ReadInt32));

    private static T[] Many<T>(int count, Func<T> read)
    {
        var items = new T[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = read();
        }

        return items;
    }

    private static byte[] Written(Action<BinaryWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            write(writer);
        }

        return bytes.ToArray();
    }

    private static void WriteOrNull(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadStringOrNull(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;
}

/// <param name="Content">The whole file.</param>
internal sealed record ExtractionRequest(FileFormat Format, ReadingLimits Limits, byte[] Content);

/// <summary>Exactly one of the two is there.</summary>
/// <param name="Failure">A few words to follow the file's name.</param>
internal sealed record ExtractionReply(ExtractedText? Extracted, string? Failure);
