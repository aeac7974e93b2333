using System.Security.Cryptography;
using TelegramSandbox.BotApi;

namespace TelegramSandbox.World;

/// <summary>The files that were sent, by id. Sent again by id, a file is the same file.</summary>
internal sealed class FileShelf
{
    /// <summary>How long a path is good for at least, as Telegram says; here no longer (core.telegram.org/bots/api#getfile).</summary>
    public static readonly TimeSpan LinkLifetime = TimeSpan.FromHours(1);

    private readonly Dictionary<string, StoredFile> byId = [];
    private readonly Dictionary<string, (StoredFile File, DateTimeOffset Until)> links = [];

    public SandboxDocument Add(string fileName, string mimeType, byte[] content) => Add(content, (id, uniqueId) =>
        new SandboxDocument(id, uniqueId, fileName, mimeType, content.Length, IsPhoto: false));

    public SandboxDocument AddPhoto(string fileName, Picture picture, byte[] content) => Add(content, (id, uniqueId) =>
        new SandboxDocument(id, uniqueId, fileName, picture.MimeType, content.Length, IsPhoto: true) { Width = picture.Width, Height = picture.Height });

    public StoredFile? ByIdOrNull(string id) => byId.GetValueOrDefault(id);

    /// <summary>From now on it can be downloaded by its path, for a while.</summary>
    public void Link(StoredFile file, DateTimeOffset now) => links[file.Path] = (file, now + LinkLifetime);

    /// <summary>Null where no link was asked for, or it has expired.</summary>
    public StoredFile? ByPathOrNull(string path, DateTimeOffset now) => links.TryGetValue(path, out var link) && now < link.Until ? link.File : null;

    private SandboxDocument Add(byte[] content, Func<string, string, SandboxDocument> describe)
    {
        var document = describe(Base64Url(RandomNumberGenerator.GetBytes(36)), Base64Url(SHA256.HashData(content)[..12]));
        var path = $"{(document.IsPhoto ? "photos" : "documents")}/file_{byId.Count}{Path.GetExtension(document.FileName)}";
        byId[document.FileId] = new StoredFile(document, path, content);
        return document;
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}

/// <param name="Path">Where the bot downloads it, below <c>/file/bot&lt;token&gt;/</c>.</param>
internal sealed record StoredFile(SandboxDocument Document, string Path, byte[] Content);
