using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>The plain text that a parser has produced so far, counted as Telegram counts: in UTF-16 units.</summary>
internal sealed class MarkupOutput
{
    private readonly List<byte> bytes = [];

    /// <summary>UTF-16 units so far.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes so far.</summary>
    public int Position => bytes.Count;

    public void Byte(byte value)
    {
        if ((value & 0xC0) != 0x80)
        {
            Offset += value >= 0xF0 ? 2 : 1;
        }

        bytes.Add(value);
    }

    public void Character(Rune rune)
    {
        Span<byte> buffer = stackalloc byte[4];
        foreach (var value in buffer[..rune.EncodeToUtf8(buffer)])
        {
            Byte(value);
        }
    }

    public string Since(int position) => Encoding.UTF8.GetString([.. bytes.Skip(position)]);

    public override string ToString() => Encoding.UTF8.GetString([.. bytes]);
}
