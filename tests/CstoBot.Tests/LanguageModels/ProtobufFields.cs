using Google.Protobuf;

namespace CstoBot.Tests.LanguageModels;

/// <summary>Fields of a protobuf message, for model files that the tests write by hand.</summary>
internal static class ProtobufFields
{
    public static void Number(CodedOutputStream message, int field, long value)
    {
        message.WriteTag(field, WireFormat.WireType.Varint);
        message.WriteInt64(value);
    }

    public static void Message(CodedOutputStream message, int field, Action<CodedOutputStream> write)
    {
        using var bytes = new MemoryStream();
        using (var inner = new CodedOutputStream(bytes, leaveOpen: true))
        {
            write(inner);
        }

        message.WriteTag(field, WireFormat.WireType.LengthDelimited);
        message.WriteBytes(ByteString.CopyFrom(bytes.ToArray()));
    }
}
