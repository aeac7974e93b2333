using Telegram.Bot;

namespace CstoBot.Telegram.Receiving;

/// <summary>Makes the client. The token is in the path of every request, so nothing may log or trace them.</summary>
internal static class TelegramClient
{
    /// <summary>Longer than <see cref="TelegramConnection.LongPoll"/>, or every quiet poll would look like a failure.</summary>
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(80);

    public static TelegramBotClient Create(TelegramOptions options)
    {
        // Before anything is read.
        _ = TelegramJson.Options;
        var server = options.BaseUrl.TrimEnd('/');
        return new TelegramBotClient(
            new TelegramBotClientOptions(options.Token ?? "", server == TelegramOptions.PublicServer ? null : server)
            {
                // The client would sleep inside a call when Telegram asks to wait; the sender does that, and better.
                RetryThreshold = 0,
                RetryCount = 0,
            },
            CreateHttpClient());
    }

    /// <summary>Not from the factory, which logs addresses; and without the propagator no activity carries them either.</summary>
    private static HttpClient CreateHttpClient() => new(
        new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(3),
            AutomaticDecompression = System.Net.DecompressionMethods.All,
        },
        disposeHandler: true)
    {
        Timeout = Timeout,
    };
}
