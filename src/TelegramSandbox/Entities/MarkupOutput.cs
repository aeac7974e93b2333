using System.Buffers;
using System.Text;

namespace TelegramSandbox.Entities;

/// <summary>The plain text that a parser has produced so far, counted as Telegram counts: in UTF-16 units.</summary>
internal sealed class MarkupOutput
{
    private readonly ArrayBufferWriter<byte> bytes = new(1024);

    /// <summary>UTF-16 units so far.</summary>
    public int Offset { get; private set; }

    /// <summary>Bytes so far.</summary>
    public int Position => bytes.WrittenCount;

    public void Byte(byte value) => Bytes([value]);

    public void Bytes(ReadOnlySpan<byte> values)
    {
        foreach (var value in values)
        {
            if ((value & 0xC0) != 0x80)
            {
                Offset += value >= 0xF0 ? 2 : 1;
            }
        }

        bytes.Write(values);
    }

    public void Character(Rune rune)
    {
        Span<byte> buffer = stackalloc byte[4];
        Bytes(buffer[..rune.EncodeToUtf8(buffer)]);
    }

    public string Since(int position) => Encoding.UTF8.GetString(bytes.WrittenSpan[position..]);

    public override string ToString() => Encoding.UTF8.GetString(bytes.WrittenSpan);
}
