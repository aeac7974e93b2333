using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>getFile.</summary>
internal static class FileMethods
{
    private const int MaxDownload = 20 * 1024 * 1024;

    public static JsonNode GetFile(ApiRequest request)
    {
        if (!request.Parameters.Has("file_id"))
        {
            throw ApiRefusal.BadRequest("file_id not specified");
        }

        var file = request.World.Files.ByIdOrNull(request.Parameters.Text("file_id"))
            ?? throw ApiRefusal.BadRequest("invalid file_id");
        if (file.Content.Length > MaxDownload)
        {
            throw ApiRefusal.BadRequest("file is too big");
        }

        request.World.Files.Link(file, request.World.Now);
        return new JsonObject
        {
            ["file_id"] = file.Document.FileId,
            ["file_unique_id"] = file.Document.FileUniqueId,
            ["file_size"] = file.Document.Size,
            ["file_path"] = file.Path,
        };
    }
}
