using TelegramSandbox.Entities;

namespace TelegramSandbox.BotApi;

/// <summary>Reads a text with its markup or its explicit entities.</summary>
internal static class TextParameters
{
    public const int MaxText = 4096;
    public const int MaxCaption = 1024;

    /// <summary>The text of a message: never empty, never too long.</summary>
    /// <param name="tooLong">What Telegram says about more than 4096 UTF-16 units; it differs by method.</param>
    public static FormattedText Text(ApiParameters parameters, string tooLong)
    {
        if (!parameters.Has("text"))
        {
            throw ApiRefusal.BadRequest("message text is empty");
        }

        var text = Read(parameters, "text", "entities");
        if (text.Text.Length == 0)
        {
            throw ApiRefusal.BadRequest("text must be non-empty");
        }

        return text.Text.Length <= MaxText ? text : throw ApiRefusal.BadRequest(tooLong);
    }

    /// <summary>The text under a file; may be empty.</summary>
    public static FormattedText Caption(ApiParameters parameters)
    {
        var caption = Read(parameters, "caption", "caption_entities");
        return caption.Text.Length <= MaxCaption ? caption : throw ApiRefusal.BadRequest("message caption is too long");
    }

    public static FormattedText Read(ApiParameters parameters, string textName, string entitiesName)
    {
        var text = parameters.Text(textName);
        try
        {
            return EntityRules.Clean(parameters.Text("parse_mode").ToLowerInvariant() switch
            {
                "html" => HtmlParser.Parse(text),
                "markdownv2" => MarkdownParser.Parse(text),
                "" => new FormattedText(text, ExplicitEntities.Read(parameters.JsonOrNull(entitiesName, "entities"), text)),
                _ => throw ApiRefusal.BadRequest("unsupported parse_mode"),
            });
        }
        catch (MarkupException exception)
        {
            throw ApiRefusal.BadRequest("can't parse entities: " + exception.Message);
        }
    }
}
