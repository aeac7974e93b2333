using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Requests.Abstractions;

namespace CstoBot.Telegram.Receiving;

/// <summary>The library's client, made as this bot needs it. The token is in the path of every request, so nothing may log or trace them.</summary>
internal sealed class TelegramClient(TelegramBotClientOptions options, HttpClient http, TelegramContact contact) : TelegramBotClient(options, http), ITelegramBotClient
{
    /// <summary>Longer than <see cref="TelegramConnection.LongPoll"/>, or every quiet poll would look like a failure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(80);

    public static TelegramClient Create(TelegramOptions options, TelegramContact contact)
    {
        // Before anything is read.
        _ = TelegramJson.Options;
        var server = options.BaseUrl.TrimEnd('/');
        return new TelegramClient(
            new TelegramBotClientOptions(options.Token ?? "", server == TelegramOptions.PublicServer ? null : server)
            {
                // The client would sleep inside a call when Telegram asks to wait; the sender does that, and better.
                RetryThreshold = 0,
                RetryCount = 0,
            },
            CreateHttpClient(),
            contact);
    }

    /// <summary>Who breaks a call off gets a cancellation. The library reports a failed request when the response was just being read.</summary>
    async Task<TResponse> ITelegramBotClient.SendRequest<TResponse>(IRequest<TResponse> request, CancellationToken cancellationToken)
    {
        try
        {
            var result = await CallTelemetry.MeasureAsync(request.MethodName, () => SendRequest(request, cancellationToken));
            contact.NoteAnswer();
            return result;
        }
        catch (RequestException exception) when (exception is not ApiRequestException && cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (ApiRequestException exception) when (exception.ErrorCode is not 401 and < 500)
        {
            contact.NoteAnswer();
            throw;
        }
        catch (RequestException)
        {
            contact.NoteFailure();
            throw;
        }
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
        Timeout = Patience,
    };
}
