using System.Text.Json;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Receiving;

/// <summary>The bot's line to Telegram: who it is there, what it says of itself, and what has come in.</summary>
internal sealed partial class TelegramConnection(ITelegramBotClient client, TimeProvider time, ILogger<TelegramConnection> logger) : IStartupCheck
{
    public static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(50);

    private static readonly UpdateType[] Wanted =
    [
        UpdateType.Message, UpdateType.EditedMessage, UpdateType.CallbackQuery, UpdateType.MyChatMember, UpdateType.InlineQuery,
        UpdateType.StoppedMessageGeneration,
    ];

    // Telegram's most; one brings the updates of a chat one after another.
    private const int MaxConnections = 100;

    private BotIdentity? identity;

    /// <summary>Null before it is known.</summary>
    public BotIdentity? BotOrNull => identity;

    /// <exception cref="InvalidOperationException">The connection has not been checked yet.</exception>
    public BotIdentity Bot => identity ?? throw new InvalidOperationException("Telegram has not been asked who the bot is yet.");

    /// <summary>Asks who the bot is, as long as it takes to reach Telegram.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; identity is null; failures++)
        {
            try
            {
                var me = await client.GetMe(cancellationToken: cancellationToken);
                identity = new BotIdentity(me.Id, me.Username ?? "", me.CanReadAllGroupMessages);
                LogConnected(identity.Username, identity.Id);
            }
            catch (ApiRequestException exception) when (exception.ErrorCode is 401 or 403 or 404)
            {
                throw new StartupException("Telegram refused the token: check Telegram:Token.", exception);
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogUnreachable(failures, exception.Message);
                await time.DelayAsync(failures, cancellationToken);
            }
        }
    }

    /// <summary>Updates from <paramref name="offset"/> on; waits for some to come. Confirms all before it.</summary>
    public Task<JsonElement[]> FetchAsync(long? offset, CancellationToken cancellationToken) => client.SendRequest(
        new GetRawUpdates { Offset = offset, Timeout = (int)LongPoll.TotalSeconds, AllowedUpdates = Wanted },
        cancellationToken);

    /// <summary>From now on Telegram brings the updates, those that wait included.</summary>
    public Task SetWebhookAsync(TelegramOptions options, CancellationToken cancellationToken) => client.SendRequest(
        new SetWebhookRequest
        {
            Url = options.WebhookUrl ?? "",
            SecretToken = options.WebhookSecret,
            AllowedUpdates = Wanted,
            MaxConnections = MaxConnections,
            DropPendingUpdates = false,
        },
        cancellationToken);

    /// <summary>A webhook left by an earlier set-up would keep every update from us.</summary>
    public async Task RemoveWebhookAsync(CancellationToken cancellationToken)
    {
        var webhook = await client.GetWebhookInfo(cancellationToken: cancellationToken);
        if (!string.IsNullOrEmpty(webhook.Url))
        {
            await client.DeleteWebhook(dropPendingUpdates: false, cancellationToken: cancellationToken);
            LogWebhookRemoved();
        }
    }

    [LoggerMessage(8008, LogLevel.Information, "Connected to Telegram as @{Username} ({BotId})")]
    private partial void LogConnected(string username, long botId);

    [LoggerMessage(8009, LogLevel.Warning, "Telegram cannot be reached (try {Failures}): {Reason}; trying again")]
    private partial void LogUnreachable(int failures, string reason);

    [LoggerMessage(8010, LogLevel.Information, "Removed the webhook that was set for this bot: it polls")]
    private partial void LogWebhookRemoved();
}
