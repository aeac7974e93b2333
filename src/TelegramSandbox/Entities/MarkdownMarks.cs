using System.Globalization;
using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>The marks of MarkdownV2 and what they mean.</summary>
internal static class MarkdownMarks
{
    // Longer ones first.
    private static readonly string[] Marks = ["```", "__", "||", "![", "_", "*", "~", "`", "[", "]"];

    /// <param name="inside">The mark that is open; in code only its own end counts.</param>
    public static string? ReadOrNull(byte[] text, int position, string inside)
    {
        if (inside == "`")
        {
            return "`";
        }

        var ahead = Encoding.Latin1.GetString(text, position, Math.Min(3, text.Length - position));
        var mark = Marks.FirstOrDefault(candidate => ahead.StartsWith(candidate, StringComparison.Ordinal));

        // "___" closes an italic before it closes an underline that was opened earlier.
        return mark == "__" && inside == "_" && ahead == "___" ? "_" : mark;
    }

    public static bool Closes(string open, string mark) => mark == open || (mark == "]" && open is "[" or "![");

    public static string Name(string mark) => mark switch
    {
        "*" => "Bold",
        "_" => "Italic",
        "__" => "Underline",
        "~" => "Strikethrough",
        "||" => "Spoiler",
        "`" => "Code",
        "```" => "Pre",
        "[" => "TextUrl",
        "![" => "CustomEmoji",
        _ => "BlockQuote",
    };

    /// <summary>The word behind <c>```</c>, when its line ends with it.</summary>
    public static string Language(byte[] text, ref int position)
    {
        var end = position;
        while (end < text.Length && text[end] is not ((byte)'\n' or (byte)' ' or (byte)'`'))
        {
            end++;
        }

        if (end == text.Length || text[end] != '\n')
        {
            return "";
        }

        var language = Encoding.UTF8.GetString(text, position, end - position);
        position = end + 1;
        return language;
    }

    /// <summary>The address in parentheses behind a link's text; empty when there is none.</summary>
    public static string Address(byte[] text, ref int position)
    {
        if (position >= text.Length || text[position] != '(')
        {
            return "";
        }

        var begin = position++;
        var address = new MarkupOutput();
        while (position < text.Length && text[position] != ')')
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            address.Byte(text[position++]);
        }

        if (position >= text.Length)
        {
            throw new MarkupException($"Can't find end of a URL at byte offset {begin}");
        }

        position++;
        return address.ToString();
    }

    public static SandboxEntity? EntityOrNull(OpenMark mark, int length, string address, string content)
    {
        SandboxEntity Entity(string type) => new(type, mark.Offset, length);
        return mark.Mark switch
        {
            "*" => Entity("bold"),
            "_" => Entity("italic"),
            "__" => Entity("underline"),
            "~" => Entity("strikethrough"),
            "||" => Entity("spoiler"),
            "`" => Entity("code"),
            "```" => Entity("pre") with { Language = mark.Language.Length > 0 ? mark.Language : null },
            "[" => HtmlTags.Link(Entity("text_link"), address.Length > 0 ? address : content),
            _ => Entity("custom_emoji") with { CustomEmojiId = EmojiId(address) },
        };
    }

    private static string EmojiId(string address)
    {
        const string Prefix = "tg://emoji?id=";
        return address.StartsWith(Prefix, StringComparison.Ordinal)
            && long.TryParse(address.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? id.ToString(CultureInfo.InvariantCulture)
                : throw new MarkupException("Custom emoji URL must have an emoji identifier");
    }
}
