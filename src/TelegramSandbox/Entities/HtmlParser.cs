using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>
/// Telegram's HTML: its tags, its four named references, its error texts with offsets in UTF-8 bytes.
/// </summary>
internal sealed class HtmlParser
{
    private readonly byte[] text;
    private readonly MarkupOutput output = new();
    private readonly Stack<OpenTag> open = [];
    private readonly List<SandboxEntity> entities = [];

    private HtmlParser(string html) => text = Encoding.UTF8.GetBytes(html);

    /// <exception cref="MarkupException">The markup is not Telegram's.</exception>
    public static FormattedText Parse(string html) => new HtmlParser(html).Run();

    private FormattedText Run()
    {
        var position = 0;
        while (position < text.Length)
        {
            position = text[position] switch
            {
                (byte)'<' => Tag(position),
                (byte)'&' => Ampersand(position),
                _ => Plains(position),
            };
        }

        if (open.TryPeek(out var unclosed))
        {
            throw new MarkupException($"Can't find end tag corresponding to start tag \"{unclosed.Name}\"");
        }

        return new FormattedText(output.ToString(), entities);
    }

    private int Plain(int position)
    {
        output.Byte(text[position]);
        return position + 1;
    }

    private int Plains(int position)
    {
        var length = text.AsSpan(position).IndexOfAny((byte)'<', (byte)'&');
        var end = length < 0 ? text.Length : position + length;
        output.Bytes(text.AsSpan(position, end - position));
        return end;
    }

    private int Ampersand(int position)
    {
        if (HtmlReference.ReadOrNull(text, position) is not { } reference)
        {
            return Plain(position);
        }

        output.Character(reference.Character);
        return reference.Next;
    }

    private int Tag(int begin)
    {
        var end = begin + 1;
        while (end < text.Length && !HtmlTagReader.IsSpace(text[end]) && text[end] != '>')
        {
            end++;
        }

        var name = Encoding.UTF8.GetString(text, begin + 1, end - begin - 1).ToLowerInvariant();
        if (name.StartsWith('/'))
        {
            return EndTag(name[1..], begin, end);
        }

        return end < text.Length
            ? StartTag(name, begin, end)
            : throw new MarkupException($"Unclosed start tag at byte offset {begin}");
    }

    private int StartTag(string name, int begin, int end)
    {
        if (!HtmlTags.IsKnown(name))
        {
            throw new MarkupException($"Unsupported start tag \"{name}\" at byte offset {begin}");
        }

        var reader = new HtmlTagReader(text, name, begin, end);
        var attributes = reader.ReadAttributes();
        if (name == "span" && attributes.GetValueOrDefault("class") != "tg-spoiler")
        {
            throw new MarkupException($"Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}");
        }

        open.Push(new OpenTag(name, attributes, output.Offset, output.Position));
        return reader.Position + 1;
    }

    private int EndTag(string name, int begin, int end)
    {
        if (!open.TryPeek(out var tag))
        {
            throw new MarkupException($"Unexpected end tag at byte offset {begin}");
        }

        while (end < text.Length && HtmlTagReader.IsSpace(text[end]))
        {
            end++;
        }

        if (end == text.Length || text[end] != '>')
        {
            throw new MarkupException($"Unclosed end tag at byte offset {begin}");
        }

        if (name.Length > 0 && name != tag.Name)
        {
            throw new MarkupException(
                $"Unmatched end tag at byte offset {begin}, expected \"</{tag.Name}>\", found \"</{name}>\"");
        }

        Close(open.Pop());
        return end + 1;
    }

    private void Close(OpenTag tag)
    {
        var length = output.Offset - tag.Offset;
        if (length > 0 && HtmlTags.EntityOrNull(tag, length, output.Since(tag.Position)) is { } entity)
        {
            HtmlTags.AddMerging(entities, entity);
        }
    }
}

/// <summary>A tag that is not closed yet.</summary>
/// <param name="Offset">Where its content begins, in UTF-16 units of the plain text.</param>
/// <param name="Position">The same in bytes.</param>
internal sealed record OpenTag(string Name, IReadOnlyDictionary<string, string> Attributes, int Offset, int Position);
