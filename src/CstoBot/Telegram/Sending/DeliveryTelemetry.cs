using System.Diagnostics;

namespace CstoBot.Telegram.Sending;

/// <summary>Traces the delivery of what is in the outbox: a trace of its own, linked to the update that it came of.</summary>
internal static class DeliveryTelemetry
{
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Begin(OutboxEntry entry) => Instruments
        .BeginTrace("deliver", ActivityKind.Producer, cause: entry.Cause)
        ?.SetTag("cstobot.delivery.kind", Instruments.Word(entry.Outgoing.GetType()));
}
