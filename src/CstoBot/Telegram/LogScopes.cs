using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CstoBot.Telegram;

/// <summary>
/// What lines of the log are marked with: the update or the message that they are about, and its conversation. A chat's id is a person's and stays
/// out of the log; in its place stands a hash with a key that lives as long as the program: the same conversation can be followed through one run,
/// and nobody can tell later whose it was.
/// </summary>
internal static class LogScopes
{
    private const int IdBytes = 6;

    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    private static readonly Func<ILogger, long, string, IDisposable?> Update =
        LoggerMessage.DefineScope<long, string>("update {UpdateId} of conversation {ConversationId}");

    private static readonly Func<ILogger, long, string, IDisposable?> Delivery =
        LoggerMessage.DefineScope<long, string>("delivery {EntryId} to conversation {ConversationId}");

    public static IDisposable? BeginUpdate(this ILogger logger, long updateId, long chatId) => Update(logger, updateId, ConversationId(chatId));

    public static IDisposable? BeginDelivery(this ILogger logger, long entryId, long chatId) => Delivery(logger, entryId, ConversationId(chatId));

    /// <summary>Twelve hexadecimal digits.</summary>
    public static string ConversationId(long chatId)
    {
        Span<byte> chat = stackalloc byte[sizeof(long)];
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(chat, chatId);
        HMACSHA256.HashData(Key, chat, hash);
        return Convert.ToHexStringLower(hash[..IdBytes]);
    }
}
