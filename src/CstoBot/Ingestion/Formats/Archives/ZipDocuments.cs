using System.IO.Compression;

namespace CstoBot.Ingestion.Formats.Archives;

/// <summary>The documents of a ZIP archive, unpacked in memory one after another. What its headers claim is not believed: bytes are counted as they come.</summary>
internal sealed class ZipDocuments : IDisposable
{
    // Text and its markup shrink to a tenth or a thirtieth; what shrinks to less than this is made to fill memory.
    private const int MaxRatio = 250;
    private const int MinBomb = 4 * 1024 * 1024;
    private const int MaxDepth = 1;

    private readonly string name;
    private readonly FormatsOptions options;
    private readonly long maxEntry;
    private readonly ArchiveNames names = new();
    private readonly ZipArchive archive;
    private readonly long maxTotal;
    private long unpacked;
    private int files;

    /// <param name="maxEntry">The limit of a single file, in bytes.</param>
    /// <exception cref="UnreadableDocumentException">It is broken, holds too much, or no document.</exception>
    public ZipDocuments(string name, byte[] content, FormatsOptions options, long maxEntry)
    {
        (this.name, this.options, this.maxEntry) = (name, options, maxEntry);
        maxTotal = options.MaxArchiveMegabytes * 1024L * 1024L;
        archive = Open(content) ?? throw new UnreadableDocumentException("cannot be read as a ZIP archive: it is broken");
    }

    /// <exception cref="UnreadableDocumentException">It holds more than an archive may, or no document.</exception>
    public IEnumerable<ArchivedDocument> Entries(CancellationToken cancellationToken)
    {
        var any = false;
        foreach (var document in Entries(archive, name, 0, cancellationToken))
        {
            any = true;
            yield return document;
        }

        if (!any)
        {
            throw new UnreadableDocumentException("holds no documents");
        }
    }

    public void Dispose() => archive.Dispose();

    private IEnumerable<ArchivedDocument> Entries(ZipArchive opened, string path, int depth, CancellationToken cancellationToken)
    {
        // In the same order whatever the order they were packed in: the names of copies depend on it.
        var entries = opened.Entries.Where(IsDocument).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        if (unpacked + entries.Sum(entry => (long)Claimed(entry)) > maxTotal)
        {
            throw TooMuch();
        }

        foreach (var entry in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var given = names.Give(path, entry.FullName);
            var (content, failure) = Unpack(entry);
            if (failure is null && FileFormats.OfNameOrNull(given) == FileFormat.Zip)
            {
                foreach (var inner in Inner(given, content, depth, cancellationToken))
                {
                    yield return inner;
                }
            }
            else
            {
                yield return new ArchivedDocument(given, content, failure);
            }
        }
    }

    private IEnumerable<ArchivedDocument> Inner(string given, byte[] content, int depth, CancellationToken cancellationToken)
    {
        if (depth >= MaxDepth)
        {
            return [new ArchivedDocument(given, [], "is an archive too deep within archives")];
        }

        return Open(content) is { } inner
            ? Entries(inner, given, depth + 1, cancellationToken)
            : [new ArchivedDocument(given, [], "cannot be read as a ZIP archive: it is broken")];
    }

    /// <summary>Neither a folder, nor of another type, nor what a Mac adds to each file.</summary>
    private static bool IsDocument(ZipArchiveEntry entry) =>
        FileFormats.OfNameOrNull(ArchiveNames.Harmless(entry.FullName)) is not null
        && entry.FullName is not [.., '/' or '\\']
        && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal)
        && !ArchiveNames.Harmless(entry.FullName).StartsWith("._", StringComparison.Ordinal);

    private (byte[] Content, string? Failure) Unpack(ZipArchiveEntry entry)
    {
        if (entry.IsEncrypted)
        {
            return ([], "is encrypted with a password");
        }

        try
        {
            using var packed = entry.Open();
            using var content = new MemoryStream(Claimed(entry));
            var buffer = new byte[81_920];
            int read;
            while ((read = packed.Read(buffer)) > 0)
            {
                unpacked += read;
                if (unpacked > maxTotal)
                {
                    throw TooMuch();
                }

                if (content.Length + read > maxEntry)
                {
                    return ([], $"unpacks to more than {maxEntry / (1024 * 1024)} MB (Sources:MaxFileMegabytes)");
                }

                content.Write(buffer, 0, read);
                if (content.Length > MinBomb && content.Length > entry.CompressedLength * MaxRatio)
                {
                    return ([], "is packed tighter than a document can be (a ZIP bomb?)");
                }
            }

            return (content.Length == content.Capacity ? content.GetBuffer() : content.ToArray(), null);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            return ([], "cannot be unpacked: it is broken");
        }
    }

    private UnreadableDocumentException TooMuch() => new($"unpacks to more than {options.MaxArchiveMegabytes} MB (Formats:MaxArchiveMegabytes)");

    /// <summary>The size that the archive states, so that a large entry is in memory once; 0 where it cannot be true.</summary>
    private int Claimed(ZipArchiveEntry entry) =>
        entry.Length is > 0 and var length && length <= maxEntry && length / MaxRatio <= entry.CompressedLength ? (int)Math.Min(length, Array.MaxLength) : 0;

    /// <summary>Null for one that is broken.</summary>
    private ZipArchive? Open(byte[] content)
    {
        // Each entry has a header in the directory, and the directory is read as a whole: these are counted before.
        files += Occurrences(content, "PK\x01\x02"u8);
        if (files > options.MaxArchiveFiles)
        {
            throw new UnreadableDocumentException($"holds more than {options.MaxArchiveFiles} files (Formats:MaxArchiveFiles)");
        }

        try
        {
            var opened = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read, leaveOpen: false, ArchiveNames.Undeclared);
            _ = opened.Entries.Count;
            return opened;
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            return null;
        }
    }

    private static int Occurrences(ReadOnlySpan<byte> content, ReadOnlySpan<byte> signature)
    {
        var count = 0;
        for (var place = content.IndexOf(signature); place >= 0; place = content.IndexOf(signature))
        {
            count++;
            content = content[(place + signature.Length)..];
        }

        return count;
    }
}

/// <summary>A document of an archive: its bytes, or why they cannot be had.</summary>
/// <param name="Name">Harmless and unique in the archive; begins with the archive's.</param>
/// <param name="Failure">Null when they can.</param>
internal sealed record ArchivedDocument(string Name, byte[] Content, string? Failure);
