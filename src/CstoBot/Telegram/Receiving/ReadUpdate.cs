using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using CstoBot.Telegram.Live;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Receiving;

/// <summary>Updates of one lane are dealt with in order; lanes go side by side. A lane is a chat, or a topic of it.</summary>
internal readonly record struct LaneKey(long Chat, int Topic);

/// <summary>An update that could be read, and its place in the inbox.</summary>
internal sealed record ReadUpdate(UpdateKey Key, Update Update)
{
    // What somebody types after the bot's name waits for none of their questions.
    private const int Inline = -1;

    // Whoever stops an answer does not wait for it.
    private const int Stopping = -2;

    /// <inheritdoc cref="ReceivedUpdate.Trace"/>
    public ActivityContext Trace { get; init; }

    /// <summary>The wish to stop an answer; null when it is something else.</summary>
    public StopRequest? Stop { get; } = StopRequest.OfOrNull(Update);

    public LaneKey Lane => Stop is { } stop ? new LaneKey(stop.ChatId, Stopping)
        : (Update.Message ?? Update.EditedMessage ?? Update.CallbackQuery?.Message) is { Chat: not null } message
        ? new LaneKey(message.Chat.Id, message.IsTopicMessage ? message.MessageThreadId ?? 0 : 0)
        : new LaneKey(Update.MyChatMember?.Chat?.Id ?? Update.CallbackQuery?.From?.Id ?? Update.InlineQuery?.From?.Id ?? 0, Update.InlineQuery is null ? 0 : Inline);

    /// <summary>False when this version does not understand the update: anyone can send such a one.</summary>
    public static bool TryFrom(ReceivedUpdate received, [NotNullWhen(true)] out ReadUpdate? update, [NotNullWhen(false)] out string? error)
    {
        (update, error) = (null, null);
        try
        {
            var parsed = JsonSerializer.Deserialize<Update>(received.Json, TelegramJson.Options);
            update = parsed is null ? null : new ReadUpdate(received.Key, parsed) { Trace = received.Trace };
            error = parsed is null ? "The update is null." : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or ArgumentException or FormatException or InvalidOperationException)
        {
            error = $"{exception.GetType().Name}: {exception.Message}";
        }

        return update is not null;
    }
}
