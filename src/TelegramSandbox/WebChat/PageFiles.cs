using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace TelegramSandbox.WebChat;

/// <summary>The page's files, out of the assembly.</summary>
internal static class PageFiles
{
    private const string Folder = "wwwroot/";
    private const string Start = "index.html";

    public static async Task WriteAsync(HttpContext http, string? path)
    {
        var name = string.IsNullOrEmpty(path) ? Start : path;
        await using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Folder + name);
        if (file is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = ContentType(name);
        await file.CopyToAsync(http.Response.Body, http.RequestAborted);
    }

    private static string ContentType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "application/octet-stream",
    };
}
