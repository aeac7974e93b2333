using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CstoBot.Tests.Fakes;

/// <summary>A picture that Telegram and browsers read.</summary>
internal static class SomePicture
{
    private const uint CrcPolynomial = 0xEDB88320;

    /// <summary>Bars of grey on white, like a chart.</summary>
    public static byte[] Png(int width, int height)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);

        // Eight bits of grey.
        header[8] = 8;
        return [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", Compressed(width, height)), .. Chunk("IEND", [])];
    }

    private static byte[] Compressed(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var y = 0; y < height; y++)
            {
                packing.WriteByte(0);
                for (var x = 0; x < width; x++)
                {
                    packing.WriteByte((byte)(x / 40 % 2 == 1 && height - y < 60 + (x / 40 * 29 % 300) ? 90 : 250));
                }
            }
        }

        return packed.ToArray();
    }

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. Big(content.Length), .. named, .. Big((int)Crc(named))];
    }

    private static byte[] Big(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ CrcPolynomial;
            }
        }

        return ~crc;
    }
}
