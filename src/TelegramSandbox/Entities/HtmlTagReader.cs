using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>Reads the attributes of one start tag.</summary>
/// <param name="begin">Where the tag begins, for error texts.</param>
/// <param name="position">Just behind the tag's name.</param>
internal sealed class HtmlTagReader(byte[] text, string tag, int begin, int position)
{
    /// <summary>After reading: the position of the closing angle bracket.</summary>
    public int Position { get; private set; } = position;

    private byte Current => Position < text.Length ? text[Position] : (byte)0;

    public static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0x0B;

    public IReadOnlyDictionary<string, string> ReadAttributes()
    {
        var attributes = new Dictionary<string, string>();
        while (true)
        {
            SkipSpace();
            if (Current == '>')
            {
                return attributes;
            }

            var name = AttributeName();
            attributes[name] = Current == '=' ? Value() : "";
        }
    }

    private string AttributeName()
    {
        var start = Position;
        while (Position < text.Length && !IsSpace(Current) && Current is not ((byte)'=' or (byte)'>' or (byte)'/' or (byte)'"' or (byte)'\''))
        {
            Position++;
        }

        if (Position == start)
        {
            throw new MarkupException($"Empty attribute name in the tag \"{tag}\" at byte offset {begin}");
        }

        var name = Encoding.UTF8.GetString(text, start, Position - start).ToLowerInvariant();
        SkipSpace();
        return name;
    }

    private string Value()
    {
        Position++;
        SkipSpace();
        var value = Current is (byte)'"' or (byte)'\'' ? Quoted() : Token();
        if (Position >= text.Length)
        {
            throw new MarkupException($"Unclosed start tag at byte offset {begin}");
        }

        return value;
    }

    private string Token()
    {
        var start = Position;
        while (char.IsAsciiLetterOrDigit((char)Current) || Current is (byte)'.' or (byte)'-')
        {
            Position++;
        }

        if (!IsSpace(Current) && Current != '>')
        {
            throw new MarkupException($"Unexpected end of name token at byte offset {start}");
        }

        return Encoding.UTF8.GetString(text, start, Position - start).ToLowerInvariant();
    }

    private string Quoted()
    {
        var quote = text[Position++];
        var value = new MarkupOutput();
        while (Position < text.Length && Current != quote)
        {
            if (Current == '&' && HtmlReference.ReadOrNull(text, Position) is { } reference)
            {
                value.Character(reference.Character);
                Position = reference.Next;
            }
            else
            {
                value.Byte(text[Position++]);
            }
        }

        Position++;
        return value.ToString();
    }

    private void SkipSpace()
    {
        while (Position < text.Length && IsSpace(Current))
        {
            Position++;
        }

        if (Position >= text.Length)
        {
            throw new MarkupException($"Unclosed start tag \"{tag}\" at byte offset {begin}");
        }
    }
}
