namespace TelegramSandbox.BotApi;

/// <summary>Reads a file that the bot sends: uploaded now, or known from before by its id.</summary>
internal static class FileParameter
{
    private const string Attached = "attach://";
    private const int MaxUpload = 50 * 1024 * 1024;
    private const int MaxPhoto = 10 * 1024 * 1024;

    public static SandboxDocument Read(ApiRequest request, string name, bool isPhoto)
    {
        var reference = request.Parameters.Text(name);
        var part = reference.StartsWith(Attached, StringComparison.Ordinal) ? reference[Attached.Length..] : name;
        if (request.Parameters.Files.GetValueOrDefault(part) is { } file)
        {
            return Uploaded(request, file, isPhoto);
        }

        if (reference.Length == 0 || reference.StartsWith(Attached, StringComparison.Ordinal))
        {
            throw ApiRefusal.BadRequest($"there is no {name} in the request");
        }

        // Telegram would fetch an address; nothing leaves this machine, so it is refused as one that cannot be fetched.
        return reference.Contains("://", StringComparison.Ordinal)
            ? throw ApiRefusal.BadRequest("failed to get HTTP URL content")
            : Known(request, reference, isPhoto);
    }

    // A photo has no name and another encoding, so Telegram sends neither as the other.
    private static SandboxDocument Known(ApiRequest request, string id, bool isPhoto)
    {
        var document = request.World.Files.ByIdOrNull(id)?.Document ?? throw ApiRefusal.BadRequest("wrong file identifier/HTTP URL specified");
        return document.IsPhoto == isPhoto
            ? document
            : throw ApiRefusal.BadRequest($"can't use file of type {Kind(document.IsPhoto)} as {Kind(isPhoto)}");
    }

    private static string Kind(bool isPhoto) => isPhoto ? "Photo" : "Document";

    private static SandboxDocument Uploaded(ApiRequest request, UploadedFile file, bool isPhoto)
    {
        if (file.Content.Length == 0)
        {
            throw ApiRefusal.BadRequest("file must be non-empty");
        }

        if (file.Content.Length > MaxUpload)
        {
            throw new ApiRefusal(413, "Request Entity Too Large");
        }

        var fileName = Path.GetFileName(file.FileName.Replace('\\', '/'));
        return isPhoto
            ? request.World.Files.AddPhoto(fileName, Photo(file.Content), file.Content)
            : request.World.Files.Add(fileName.Length > 0 ? fileName : "file", MimeType.Of(fileName), file.Content);
    }

    private static Picture Photo(byte[] content)
    {
        if (content.Length > MaxPhoto)
        {
            throw ApiRefusal.BadRequest($"file of size {content.Length} bytes is too big for a photo; the maximum size is {MaxPhoto} bytes");
        }

        var picture = Picture.ReadOrNull(content) ?? throw ApiRefusal.BadRequest("IMAGE_PROCESS_FAILED");
        return picture.HasUsualShape ? picture : throw ApiRefusal.BadRequest("PHOTO_INVALID_DIMENSIONS");
    }
}
