using System.Text.Json;
using Telegram.Bot;

namespace CstoBot.Telegram.Receiving;

/// <summary>How Telegram's JSON is read and written: as the library does, but deeper.</summary>
internal static class TelegramJson
{
    /// <summary>
    /// Anybody can forward a message with lists in lists, which Telegram nests 16 levels deep; one such list takes four levels of JSON. A batch
    /// with a message deeper than the 64 levels of .NET's default could not be read at all, and Telegram would send it again for ever.
    /// </summary>
    public const int MaxDepth = 512;

    /// <summary>The library's own, which all its calls use: to be touched before the first of them.</summary>
    public static JsonSerializerOptions Options { get; } = Deepened(JsonBotAPI.Options);

    private static JsonSerializerOptions Deepened(JsonSerializerOptions options)
    {
        options.MaxDepth = MaxDepth;
        return options;
    }
}
