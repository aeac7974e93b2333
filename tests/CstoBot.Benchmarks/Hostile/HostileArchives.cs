using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CstoBot.Benchmarks.Hostile;

/// <summary>Archives and Word documents, good ones and such as no program makes.</summary>
internal static class HostileArchives
{
    private const string ContentTypes = """
        <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>
        """;

    private const string Relationships = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>
        """;

    private const string DocumentRelationships = """
        <?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
        """;

    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Word(string body, string prologue = "", string styles = "") => Zip(
        ("[Content_Types].xml", Encoding.UTF8.GetBytes(ContentTypes)),
        ("_rels/.rels", Encoding.UTF8.GetBytes(Relationships)),
        ("word/_rels/document.xml.rels", Encoding.UTF8.GetBytes(DocumentRelationships)),
        ("word/styles.xml", Encoding.UTF8.GetBytes($"<w:styles {Namespace}>{styles}</w:styles>")),
        ("word/document.xml", Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?>{prologue}<w:document {Namespace}><w:body>{body}</w:body></w:document>")));

    /// <summary>An archive in an archive in an archive.</summary>
    public static byte[] Nested(int depth) => depth == 0 ? Zip(("a.txt", "The council met."u8.ToArray())) : Zip(("inner.zip", Nested(depth - 1)));

    /// <summary>Entries that all are the same packed bytes.</summary>
    public static byte[] Overlapping(int entries, int length)
    {
        var text = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, length / 10).Select(number => $"{number * 7919 % 1_000_003:000000} a\n")));
        var one = Zip(("0000.txt", text));
        var directory = one.AsSpan().LastIndexOf("PK\x01\x02"u8);
        var end = one.AsSpan().LastIndexOf("PK\x05\x06"u8);
        var header = one[directory..end];
        using var bytes = new MemoryStream();
        bytes.Write(one.AsSpan(0, directory));
        for (var entry = 0; entry < entries; entry++)
        {
            Encoding.ASCII.GetBytes($"{entry:0000}").CopyTo(header, 46);
            bytes.Write(header);
        }

        var trailer = one[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(trailer.AsSpan(8), (ushort)entries);
        BinaryPrimitives.WriteUInt16LittleEndian(trailer.AsSpan(10), (ushort)entries);
        BinaryPrimitives.WriteUInt32LittleEndian(trailer.AsSpan(12), (uint)(header.Length * entries));
        bytes.Write(trailer);
        return bytes.ToArray();
    }

    /// <summary>Headers that claim another size than the entry has.</summary>
    public static byte[] Claiming(int length)
    {
        var archive = Zip(("a.txt", "The council met."u8.ToArray()));
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(archive.AsSpan().LastIndexOf("PK\x01\x02"u8) + 24), length);
        BinaryPrimitives.WriteInt32LittleEndian(archive.AsSpan(archive.AsSpan().LastIndexOf("PK\x01\x02"u8) + 20), length);
        return archive;
    }

    public static byte[] Encrypted()
    {
        var archive = Zip(("a.txt", "The council met."u8.ToArray()));
        archive[6] |= 1;
        archive[archive.AsSpan().LastIndexOf("PK\x01\x02"u8) + 8] |= 1;
        return archive;
    }
}
