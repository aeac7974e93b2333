using System.Text.RegularExpressions;

namespace TelegramSandbox.Entities;

/// <summary>What Telegram finds in a text by itself: commands, mentions, hashtags, addresses.</summary>
internal static partial class DetectedEntities
{
    private static readonly string[] Opaque = ["code", "pre", "text_link", "text_mention"];

    /// <summary>Adds what is found outside code and links; the order is Telegram's: by offset, outer before inner.</summary>
    public static IReadOnlyList<SandboxEntity> AddTo(string text, IReadOnlyList<SandboxEntity> entities)
    {
        var taken = entities.Where(entity => Opaque.Contains(entity.Type)).ToList();
        foreach (var found in Find(text))
        {
            if (!taken.Any(other => other.Offset < found.End && found.Offset < other.End))
            {
                taken.Add(found);
            }
        }

        return [.. entities.Union(taken).OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length)];
    }

    // Addresses keep their mentions and hashtags for themselves, so they come first.
    private static IEnumerable<SandboxEntity> Find(string text) =>
    [
        .. Matches(text, '@', Email(), "email"),
        .. Matches(text, Address(), "url"),
        .. Matches(text, '/', Command(), "bot_command"),
        .. Matches(text, '@', Mention(), "mention"),
        .. Matches(text, '#', Hashtag(), "hashtag"),
    ];

    /// <param name="sign">What every match holds: most texts need no further look.</param>
    private static IEnumerable<SandboxEntity> Matches(string text, char sign, Regex pattern, string type) =>
        text.Contains(sign, StringComparison.Ordinal) ? Matches(text, pattern, type) : [];

    private static IEnumerable<SandboxEntity> Matches(string text, Regex pattern, string type) =>
        pattern.Matches(text).Select(match => new SandboxEntity(type, match.Index, match.Length));

    [GeneratedRegex(@"(?<![\w@./])(?:https?://[^\s<>""]+|(?:[a-z0-9-]+\.)+(?:com|org|net|ru|info|int|io|me|gov|edu|am|by|kz|kg|tj)(?![\w-])(?:/[^\s<>""]*)?)(?<![.,;:!?)'»])", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex(@"(?<![\w.+/:-])[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", RegexOptions.IgnoreCase)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z][a-zA-Z0-9_]{2,31})?(?![\w/<>@])")]
    private static partial Regex Command();

    [GeneratedRegex(@"(?<![\w@/])@[a-zA-Z][a-zA-Z0-9_]{2,31}(?!\w)")]
    private static partial Regex Mention();

    [GeneratedRegex(@"(?<![\w#])#\w*\p{L}\w*")]
    private static partial Regex Hashtag();
}
