using System.Text;
using Google.Protobuf;

namespace CstoBot.Tests.Operations;

/// <summary>A message of protocol buffers read without its schema: just enough for what a collector is sent.</summary>
internal sealed class ProtobufMessage
{
    private readonly Dictionary<int, List<byte[]>> parts = [];
    private readonly Dictionary<int, ulong> numbers = [];

    public ProtobufMessage(byte[] bytes)
    {
        using var input = new CodedInputStream(bytes);
        while (input.ReadTag() is var tag and > 0)
        {
            var field = WireFormat.GetTagFieldNumber(tag);
            if (WireFormat.GetTagWireType(tag) == WireFormat.WireType.Fixed64)
            {
                numbers[field] = input.ReadFixed64();
                continue;
            }

            if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
            {
                input.SkipLastField();
                continue;
            }

            parts[field] = [.. parts.GetValueOrDefault(field) ?? [], input.ReadBytes().ToByteArray()];
        }
    }

    public IEnumerable<ProtobufMessage> All(params int[] path) => path is [var first, .. var rest]
        ? Parts(first).SelectMany(part => new ProtobufMessage(part).All(rest))
        : [this];

    public string Text(int field) => Encoding.UTF8.GetString(Bytes(field));

    public byte[] Bytes(int field) => Parts(field) is [var part, ..] ? part : [];

    /// <summary>A number of eight bytes; 0 when it is not there.</summary>
    public long Integer(int field) => (long)numbers.GetValueOrDefault(field);

    public double? DoubleOrNull(int field) => numbers.TryGetValue(field, out var bits) ? BitConverter.UInt64BitsToDouble(bits) : null;

    public bool Has(int field) => Parts(field).Count > 0;

    private List<byte[]> Parts(int field) => parts.GetValueOrDefault(field) ?? [];
}
