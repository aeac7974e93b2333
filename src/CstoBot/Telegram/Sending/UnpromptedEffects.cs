using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;

namespace CstoBot.Telegram.Sending;

/// <summary>What the bot does by itself, such as by the clock: stored as a whole, then sent.</summary>
internal sealed class UnpromptedEffects(IEffectStore store, OutboxSender sender, TelegramConnection connection, TimeProvider time)
{
    public long BotId => connection.Bot.Id;

    /// <exception cref="CstoBot.Moderation.Cases.StaleCaseException">A case has changed meanwhile; nothing was stored.</exception>
    public async Task CarryOutAsync(Effects effects, CancellationToken cancellationToken)
    {
        if (effects.Messages.Count + effects.Changes.Count > 0)
        {
            await sender.AddAsync(await store.MakeAsync(connection.Bot.Id, effects, time.GetUtcNow(), cancellationToken), cancellationToken);
        }
    }
}

/// <summary>Stores effects that no update has caused.</summary>
internal interface IEffectStore
{
    /// <summary>All of it or nothing.</summary>
    /// <exception cref="CstoBot.Moderation.Cases.StaleCaseException">A case has changed meanwhile.</exception>
    /// <returns>What is to be sent, in order.</returns>
    Task<IReadOnlyList<OutboxEntry>> MakeAsync(long botId, Effects effects, DateTimeOffset now, CancellationToken cancellationToken);
}
