using System.Security.Cryptography;

namespace TelegramSandbox.World;

/// <summary>The files that were sent, by id. Sent again by id, a file is the same file.</summary>
internal sealed class FileShelf
{
    private readonly Dictionary<string, StoredFile> byId = [];
    private readonly Dictionary<string, StoredFile> byPath = [];

    public SandboxDocument Add(string fileName, string mimeType, byte[] content, bool isPhoto)
    {
        var id = Base64Url(RandomNumberGenerator.GetBytes(36));
        var uniqueId = Base64Url(SHA256.HashData(content)[..12]);
        var document = new SandboxDocument(id, uniqueId, fileName, mimeType, content.Length, isPhoto);
        var path = $"{(isPhoto ? "photos" : "documents")}/file_{byId.Count}{Path.GetExtension(fileName)}";
        byId[id] = byPath[path] = new StoredFile(document, path, content);
        return document;
    }

    public StoredFile? ByIdOrNull(string id) => byId.GetValueOrDefault(id);

    public StoredFile? ByPathOrNull(string path) => byPath.GetValueOrDefault(path);

    private static string Base64Url(byte[] bytes) => Convert.ToBase64String(bytes).Replace('+', '-').Replace('/', '_').TrimEnd('=');
}

/// <param name="Path">Where the bot downloads it, below <c>/file/bot&lt;token&gt;/</c>.</param>
internal sealed record StoredFile(SandboxDocument Document, string Path, byte[] Content);
