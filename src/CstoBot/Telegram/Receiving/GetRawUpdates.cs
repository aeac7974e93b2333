using System.Text.Json;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Receiving;

/// <summary>Asks for updates as they are. The library's own request reads a batch as a whole, so that one unreadable update blocks all.</summary>
internal sealed class GetRawUpdates() : RequestBase<JsonElement[]>("getUpdates")
{
    /// <summary>Confirms everything before it; null at first.</summary>
    public long? Offset { get; init; }

    public int Limit { get; init; } = 100;

    /// <summary>Seconds for which Telegram holds the request open while there is nothing.</summary>
    public int Timeout { get; init; }

    public IReadOnlyList<UpdateType> AllowedUpdates { get; init; } = [];
}
