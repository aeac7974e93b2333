using System.Globalization;
using System.Text.Json.Nodes;

namespace TelegramSandbox.BotApi;

/// <summary>The emoji that Telegram allows as reactions.</summary>
internal static class Reactions
{
    private const string Allowed =
        "❤👍👎🔥🥰👏😁🤔🤯😱🤬😢🎉🤩🤮💩🙏👌🕊🤡🥱🥴😍🐳❤‍🔥🌚🌭💯🤣⚡🍌🏆💔🤨😐🍓🍾💋🖕😈😴😭🤓👻👨‍💻👀🎃🙈😇😨🤝✍🤗🫡🎅🎄☃💅🤪🗿🆒💘🙉🦄😘💊🙊😎👾🤷‍♂🤷🤷‍♀😡";

    private static readonly HashSet<string> Emoji = [.. Elements(Allowed)];

    public static string EmojiOf(JsonObject reaction) =>
        reaction.TextOrNull("type") == "emoji" && reaction.TextOrNull("emoji") is { } emoji && Emoji.Contains(emoji.Replace("\uFE0F", "", StringComparison.Ordinal))
            ? emoji
            : throw ApiRefusal.BadRequest("REACTION_INVALID");

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}
