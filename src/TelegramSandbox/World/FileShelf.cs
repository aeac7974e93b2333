using System.Security.Cryptography;
using TelegramSandbox.BotApi;

namespace TelegramSandbox.World;

/// <summary>The files that were sent, by id. Sent again by id, a file is the same file.</summary>
internal sealed class FileShelf
{
    private readonly Dictionary<string, StoredFile> byId = [];
    private readonly Dictionary<string, StoredFile> byPath = [];

    public SandboxDocument Add(string fileName, string mimeType, byte[] content) => Add(content, (id, uniqueId) =>
        new SandboxDocument(id, uniqueId, fileName, mimeType, content.Length, IsPhoto: false));

    public SandboxDocument AddPhoto(string fileName, Picture picture, byte[] content) => Add(content, (id, uniqueId) =>
        new SandboxDocument(id, uniqueId, fileName, picture.MimeType, content.Length, IsPhoto: true) { Width = picture.Width, Height = picture.Height });

    public StoredFile? ByIdOrNull(string id) => byId.GetValueOrDefault(id);

    public StoredFile? ByPathOrNull(string path) => byPath.GetValueOrDefault(path);

    private SandboxDocument Add(byte[] content, Func<string, string, SandboxDocument> describe)
    {
        var document = describe(Base64Url(RandomNumberGenerator.GetBytes(36)), Base64Url(SHA256.HashData(content)[..12]));
        var path = $"{(document.IsPhoto ? "photos" : "documents")}/file_{byId.Count}{Path.GetExtension(document.FileName)}";
        byId[document.FileId] = byPath[path] = new StoredFile(document, path, content);
        return document;
    }

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}

/// <param name="Path">Where the bot downloads it, below <c>/file/bot&lt;token&gt;/</c>.</param>
internal sealed record StoredFile(SandboxDocument Document, string Path, byte[] Content);
