using System.Text;
using CstoBot.Conversations;
using CstoBot.Ingestion;

namespace CstoBot.Retrieval.Indexing;

/// <summary>A document as bytes and back: what an index on disk keeps of it.</summary>
internal static class DocumentBytes
{
    public static byte[] Write(SourceDocument document)
    {
        using var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(bytes, Encoding.UTF8))
        {
            writer.Write(document.Name);
            writer.Write(document.Text);
            writer.Write(document.ContentHash);
            Write(writer, document.Metadata);
            WriteAll(writer, document.Sections, Write);
            WriteAll(writer, document.PageStarts, (pages, start) => pages.Write7BitEncodedInt(start));
        }

        return bytes.ToArray();
    }

    public static SourceDocument Read(byte[] bytes, int offset, int count)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes, offset, count), Encoding.UTF8);
        return new SourceDocument(reader.ReadString(), reader.ReadString(), reader.ReadString(), ReadMetadata(reader), ReadAll(reader, ReadSection))
        {
            PageStarts = ReadAll(reader, pages => pages.Read7BitEncodedInt()),
        };
    }

    private static void Write(BinaryWriter writer, DocumentMetadata metadata)
    {
        WriteOrNull(writer, metadata.Title);
        WriteOrNull(writer, metadata.Publisher);
        WriteOrNull(writer, metadata.Published);
        WriteOrNull(writer, metadata.Url?.OriginalString);
        writer.Write(metadata.Language is { } language ? (int)language : -1);
        WriteOrNull(writer, metadata.Inferred);
        foreach (var origin in new[] { metadata.Origins.Title, metadata.Origins.Publisher, metadata.Origins.Published, metadata.Origins.Url, metadata.Origins.Language })
        {
            writer.Write((sbyte)(origin is { } known ? (int)known : -1));
        }
    }

    private static DocumentMetadata ReadMetadata(BinaryReader reader) => new(
        ReadStringOrNull(reader),
        ReadStringOrNull(reader),
        ReadDateOrNull(reader),
        ReadStringOrNull(reader) is { } url ? new Uri(url, UriKind.RelativeOrAbsolute) : null,
        reader.ReadInt32() is var language and >= 0 ? (Language)language : null,
        ReadStringOrNull(reader))
    {
        Origins = new MetadataOrigins(
            ReadOriginOrNull(reader), ReadOriginOrNull(reader), ReadOriginOrNull(reader), ReadOriginOrNull(reader), ReadOriginOrNull(reader)),
    };

    private static MetadataOrigin? ReadOriginOrNull(BinaryReader reader) => reader.ReadSByte() is var origin and >= 0 ? (MetadataOrigin)origin : null;

    private static void Write(BinaryWriter writer, Section section)
    {
        WriteOrNull(writer, section.Heading);
        WriteOrNull(writer, section.Subtitle);
        WriteOrNull(writer, section.Published);
        WriteOrNull(writer, section.Speaker);
        WriteAll<TextSpan>(writer, section.Question is { } question ? [question] : [], Write);
        WriteAll(writer, section.Paragraphs, Write);
        WriteAll(writer, section.HeadingLines, Write);
    }

    private static Section ReadSection(BinaryReader reader) => new(
        ReadStringOrNull(reader),
        ReadStringOrNull(reader),
        ReadDateOrNull(reader),
        ReadStringOrNull(reader),
        ReadAll(reader, ReadSpan) is [var question] ? question : null,
        ReadAll(reader, ReadSpan))
    {
        HeadingLines = ReadAll(reader, ReadSpan),
    };

    private static void Write(BinaryWriter writer, TextSpan span)
    {
        writer.Write7BitEncodedInt(span.Start);
        writer.Write7BitEncodedInt(span.Length);
    }

    private static TextSpan ReadSpan(BinaryReader reader) => new(reader.Read7BitEncodedInt(), reader.Read7BitEncodedInt());

    private static void WriteAll<T>(BinaryWriter writer, IReadOnlyList<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static T[] ReadAll<T>(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var items = new T[reader.Read7BitEncodedInt()];
        for (var index = 0; index < items.Length; index++)
        {
            items[index] = read(reader);
        }

        return items;
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

    private static void WriteOrNull(BinaryWriter writer, DateOnly? date) => writer.Write(date?.DayNumber ?? -1);

    private static DateOnly? ReadDateOrNull(BinaryReader reader) => reader.ReadInt32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null;
}
