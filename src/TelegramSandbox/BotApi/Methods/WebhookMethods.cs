using System.Text.Json.Nodes;
using TelegramSandbox.Delivery;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>
/// Webhooks. Telegram wants HTTPS on its four ports; the sandbox delivers to this machine only, there also
/// by HTTP and on any port.
/// </summary>
internal static class WebhookMethods
{
    private const int MaxSecret = 256;
    private const int MaxConnections = 100;
    private const int UsualConnections = 40;

    public static JsonNode SetWebhook(ApiRequest request)
    {
        var parameters = request.Parameters;
        var allowed = UpdateMethods.AllowedOrNull(parameters);
        var target = TargetOrNull(parameters);
        if (allowed is not null)
        {
            request.World.Updates.Allow(allowed);
        }

        DropPending(request);
        request.World.Webhook.Set(target);
        return true;
    }

    public static JsonNode DeleteWebhook(ApiRequest request)
    {
        DropPending(request);
        request.World.Webhook.Set(null);
        return true;
    }

    public static JsonNode GetWebhookInfo(ApiRequest request)
    {
        var webhook = request.World.Webhook;
        var json = new JsonObject
        {
            ["url"] = webhook.Target?.Url.OriginalString ?? "",
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = request.World.Updates.Count,
        };
        if (webhook.Target is { } target)
        {
            json["max_connections"] = target.MaxConnections;
        }

        if (webhook.LastFailure is { } failure)
        {
            json["last_error_date"] = failure.Time.ToUnixTimeSeconds();
            json["last_error_message"] = failure.Message;
        }

        if (request.World.Updates.Allowed is { } allowed)
        {
            json["allowed_updates"] = new JsonArray([.. allowed.Select(type => (JsonNode)type)]);
        }

        return json;
    }

    private static void DropPending(ApiRequest request)
    {
        if (request.Parameters.Flag("drop_pending_updates"))
        {
            request.World.Updates.Clear();
        }
    }

    private static WebhookTarget? TargetOrNull(ApiParameters parameters)
    {
        if (!parameters.Has("url"))
        {
            return null;
        }

        if (!Uri.TryCreate(parameters.Text("url"), UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            throw ApiRefusal.BadRequest("bad webhook: An HTTPS URL must be provided for webhook");
        }

        if (!url.IsLoopback)
        {
            throw ApiRefusal.BadRequest("bad webhook: the sandbox delivers to loopback addresses only");
        }

        var connections = parameters.Int("max_connections") is > 0 and <= MaxConnections and var given ? given : UsualConnections;
        return new WebhookTarget(url, Secret(parameters.Text("secret_token")), connections);
    }

    private static string Secret(string secret)
    {
        if (secret.Length > MaxSecret)
        {
            throw ApiRefusal.BadRequest("secret token is too long");
        }

        return secret.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-')
            ? secret
            : throw ApiRefusal.BadRequest("secret token contains unallowed characters");
    }
}
