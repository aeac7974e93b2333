using System.Globalization;

namespace TelegramSandbox.Entities;

/// <summary>Which tags Telegram knows and what they mean.</summary>
internal static class HtmlTags
{
    private const string LanguageClass = "language-";

    private static readonly Dictionary<string, string> Types = new()
    {
        ["b"] = "bold",
        ["strong"] = "bold",
        ["i"] = "italic",
        ["em"] = "italic",
        ["u"] = "underline",
        ["ins"] = "underline",
        ["s"] = "strikethrough",
        ["strike"] = "strikethrough",
        ["del"] = "strikethrough",
        ["span"] = "spoiler",
        ["tg-spoiler"] = "spoiler",
        ["a"] = "text_link",
        ["tg-emoji"] = "custom_emoji",
        ["tg-time"] = "date_time",
        ["code"] = "code",
        ["pre"] = "pre",
        ["blockquote"] = "blockquote",
    };

    public static bool IsKnown(string tag) => Types.ContainsKey(tag);

    /// <param name="content">The plain text inside the tag.</param>
    /// <returns>Null when the tag means nothing, as a link without a usable address.</returns>
    public static SandboxEntity? EntityOrNull(OpenTag tag, int length, string content)
    {
        var entity = new SandboxEntity(Types[tag.Name], tag.Offset, length);
        return tag.Name switch
        {
            "a" => Link(entity, tag.Attributes.GetValueOrDefault("href", "") is { Length: > 0 } address ? address : content),
            "blockquote" when tag.Attributes.ContainsKey("expandable") => entity with { Type = "expandable_blockquote" },
            "code" => entity with { Language = LanguageOrNull(tag) },
            "tg-emoji" => entity with { CustomEmojiId = EmojiId(tag) },
            "tg-time" => Time(entity, tag),
            _ => entity,
        };
    }

    /// <summary>Adds an entity that was closed just now; a <c>code</c> filling a <c>pre</c> gives the latter its language.</summary>
    public static void AddMerging(List<SandboxEntity> entities, SandboxEntity entity)
    {
        if (entities.Count > 0 && entities[^1] is var last && last.Offset == entity.Offset && last.Length == entity.Length
            && ((entity.Type == "pre" && last.Type == "code") || (entity.Type == "code" && last.Type == "pre"))
            && (entity.Language ?? last.Language) is { } language)
        {
            entities[^1] = entity with { Type = "pre", Language = language };
            return;
        }

        entities.Add(entity);
    }

    internal static SandboxEntity? Link(SandboxEntity entity, string address)
    {
        const string Mention = "tg://user?id=";
        if (address.StartsWith(Mention, StringComparison.Ordinal)
            && long.TryParse(address.AsSpan(Mention.Length), CultureInfo.InvariantCulture, out var id))
        {
            return entity with { Type = "text_mention", UserId = id };
        }

        return LinkAddress.CheckedOrNull(address) is { } url ? entity with { Url = url } : null;
    }

    private static string? LanguageOrNull(OpenTag tag) =>
        tag.Attributes.GetValueOrDefault("class") is { } value
        && value.StartsWith(LanguageClass, StringComparison.Ordinal)
        && value.Length > LanguageClass.Length
            ? value[LanguageClass.Length..]
            : null;

    private static string EmojiId(OpenTag tag) =>
        long.TryParse(tag.Attributes.GetValueOrDefault("emoji-id"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id != 0
            ? id.ToString(CultureInfo.InvariantCulture)
            : throw new MarkupException("Invalid custom emoji identifier specified");

    private static SandboxEntity Time(SandboxEntity entity, OpenTag tag) =>
        long.TryParse(tag.Attributes.GetValueOrDefault("unix"), CultureInfo.InvariantCulture, out var time)
            ? entity with { UnixTime = time, DateTimeFormat = tag.Attributes.GetValueOrDefault("format") }
            : throw new MarkupException("Invalid Unix time specified");
}
