using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.BotApi;

/// <summary>Reads the four ways of passing parameters: address, JSON, form, multipart form.</summary>
internal static class ParameterReader
{
    public static async Task<ApiParameters> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var values = request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var files = new Dictionary<string, UploadedFile>();
        if (request.HasFormContentType)
        {
            await ReadFormAsync(request, values, files, cancellationToken);
        }
        else if (request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) == true)
        {
            await ReadJsonAsync(request, values, cancellationToken);
        }

        return new ApiParameters(values, files);
    }

    private static async Task ReadFormAsync(
        HttpRequest request,
        Dictionary<string, string> values,
        Dictionary<string, UploadedFile> files,
        CancellationToken cancellationToken)
    {
        var form = await request.ReadFormAsync(cancellationToken);
        foreach (var (name, value) in form)
        {
            values[name] = value.ToString();
        }

        foreach (var file in form.Files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellationToken);
            files[file.Name] = new UploadedFile(DecodedName(file.FileName), file.ContentType ?? "", content.ToArray());
        }
    }

    private static async Task ReadJsonAsync(HttpRequest request, Dictionary<string, string> values, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body, cancellationToken);
        if (body.Length == 0)
        {
            return;
        }

        try
        {
            using var json = JsonDocument.Parse(body.ToArray());
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw ApiRefusal.BadRequest("can't parse JSON object");
            }

            foreach (var property in json.RootElement.EnumerateObject())
            {
                values[property.Name] = property.Value.ValueKind == JsonValueKind.String
                    ? property.Value.GetString() ?? ""
                    : property.Value.GetRawText();
            }
        }
        catch (JsonException)
        {
            throw ApiRefusal.BadRequest("can't parse JSON object");
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: JSON can escape it, UTF-8 cannot hold it.
            throw ApiRefusal.BadRequest("strings must be encoded in UTF-8");
        }
    }

    // Clients write UTF-8 bytes into the header, which is read as Latin-1.
    private static string DecodedName(string name)
    {
        if (!name.All(character => character <= 0xFF))
        {
            return name;
        }

        var bytes = System.Text.Encoding.Latin1.GetBytes(name);
        return System.Text.Unicode.Utf8.IsValid(bytes) ? System.Text.Encoding.UTF8.GetString(bytes) : name;
    }
}
