using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>Turns a text and its entities back into Telegram's HTML.</summary>
internal static class HtmlRenderer
{
    public static string Render(string text, IReadOnlyList<SandboxEntity> entities)
    {
        var result = new StringBuilder();
        var open = new Stack<SandboxEntity>();
        var next = new Queue<SandboxEntity>(entities.OrderBy(entity => entity.Offset).ThenByDescending(entity => entity.Length));
        for (var index = 0; index <= text.Length; index++)
        {
            while (open.TryPeek(out var entity) && entity.End <= index)
            {
                result.Append(Tags(open.Pop()).End);
            }

            while (next.TryPeek(out var entity) && entity.Offset == index)
            {
                open.Push(next.Dequeue());
                result.Append(Tags(entity).Start);
            }

            if (index < text.Length)
            {
                result.Append(Escape(text[index]));
            }
        }

        return result.ToString();
    }

    private static (string Start, string End) Tags(SandboxEntity entity) => entity.Type switch
    {
        "bold" => ("<b>", "</b>"),
        "italic" => ("<i>", "</i>"),
        "underline" => ("<u>", "</u>"),
        "strikethrough" => ("<s>", "</s>"),
        "spoiler" => ("<tg-spoiler>", "</tg-spoiler>"),
        "code" => ("<code>", "</code>"),
        "pre" when entity.Language is not null => ($"<pre><code class=\"language-{Escape(entity.Language)}\">", "</code></pre>"),
        "pre" => ("<pre>", "</pre>"),
        "blockquote" => ("<blockquote>", "</blockquote>"),
        "expandable_blockquote" => ("<blockquote expandable>", "</blockquote>"),
        "text_link" => ($"<a href=\"{Escape(entity.Url ?? "")}\">", "</a>"),
        "text_mention" => ($"<a href=\"tg://user?id={entity.UserId}\">", "</a>"),
        "custom_emoji" => ($"<tg-emoji emoji-id=\"{entity.CustomEmojiId}\">", "</tg-emoji>"),
        "date_time" => ($"<tg-time unix=\"{entity.UnixTime}\" format=\"{Escape(entity.DateTimeFormat ?? "")}\">", "</tg-time>"),
        _ => ("", ""),
    };

    private static string Escape(string value) => string.Concat(value.Select(Escape));

    private static string Escape(char character) => character switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        _ => character.ToString(),
    };
}
