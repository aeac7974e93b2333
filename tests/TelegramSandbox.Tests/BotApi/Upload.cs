namespace TelegramSandbox.Tests.BotApi;

/// <summary>Sends a file to the user's private chat as clients do: as a part of a form, which the parameter names.</summary>
internal static class Upload
{
    public static async Task<Reply> SendAsync(
        StartedSandbox sandbox, string method, string field, string name, byte[] content, string caption = "", string replyMarkup = "")
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent($"{sandbox.Private.Id}"), "chat_id" },
            { new StringContent(caption), "caption" },
            { new StringContent("HTML"), "parse_mode" },
            { new StringContent(replyMarkup), "reply_markup" },
            { new StringContent("attach://0"), field },
            { new ByteArrayContent(content), "0", name },
        };
        using var response = await sandbox.Http.PostAsync(sandbox.Method(method), form, StartedSandbox.Cancelled);
        return await Reply.ReadAsync(response);
    }

    public static Task<Reply> PhotoAsync(StartedSandbox sandbox, byte[] content, string caption = "", string replyMarkup = "") =>
        SendAsync(sandbox, "sendPhoto", "photo", "a.png", content, caption, replyMarkup);
}
