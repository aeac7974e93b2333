using System.Text.Json;
using Microsoft.Extensions.Options;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Lets Telegram bring the updates. One is on disk before it is acknowledged; what cannot be stored is refused, and Telegram brings it again.</summary>
internal sealed partial class WebhookServer(
    TelegramConnection connection,
    UpdateIntake intake,
    RunFailure failure,
    IEnumerable<IHealthPage> pages,
    IOptions<TelegramOptions> options,
    TimeProvider time,
    ILogger<WebhookServer> logger)
{
    private const string SecretHeader = "X-Telegram-Bot-Api-Secret-Token";

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = TelegramJson.MaxDepth };

    // A message has 4,096 characters; with everything around it an update stays far below.
    private const int MaxBody = 1024 * 1024;

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await using var app = Build();
        try
        {
            await app.StartAsync(stoppingToken);
        }
        catch (IOException exception)
        {
            failure.Stop($"Telegram:ListenUrl: cannot listen on {options.Value.ListenUrl}: {exception.Message}");
            return;
        }

        if (await TrySetAsync(stoppingToken))
        {
            LogListening(options.Value.ListenUrl);
            await Task.Delay(Timeout.InfiniteTimeSpan, time, stoppingToken).ContinueWith(_ => { }, TaskScheduler.Default);
        }

        await app.StopAsync(CancellationToken.None);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(options.Value.ListenUrl).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        var app = builder.Build();
        var path = new Uri(options.Value.WebhookUrl ?? "").AbsolutePath;
        app.Run(http => pages.FirstOrDefault(page => page.Has(http.Request.Path)) is { } page ? page.AnswerAsync(http) : AnswerAsync(http, path));
        return app;
    }

    private async Task AnswerAsync(HttpContext http, string path)
    {
        http.Response.StatusCode = http.Request.Path != path ? StatusCodes.Status404NotFound
            : !HttpMethods.IsPost(http.Request.Method) ? StatusCodes.Status405MethodNotAllowed
            : !WebhookSecret.Matches(http.Request.Headers[SecretHeader], options.Value.WebhookSecret) ? StatusCodes.Status401Unauthorized
            : await TakeAsync(http);
    }

    private async Task<int> TakeAsync(HttpContext http)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(http.Request.Body, Deep, http.RequestAborted);
            var updates = RawUpdates.Read([body.RootElement], connection.Bot.Id);
            await intake.StoreAsync(updates, http.RequestAborted);
            await intake.HandOverAsync(http.RequestAborted);
            return StatusCodes.Status200OK;
        }
        catch (Exception exception) when (exception is JsonException or BadHttpRequestException)
        {
            // Nothing that would become readable by being sent again.
            LogUnreadable(exception.Message);
            return (exception as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
        }
        catch (Exception exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            LogNotTaken(exception);
            return StatusCodes.Status500InternalServerError;
        }
        catch (OperationCanceledException)
        {
            return StatusCodes.Status499ClientClosedRequest;
        }
    }

    /// <returns>False when Telegram refuses the address and it makes no sense to go on.</returns>
    private async Task<bool> TrySetAsync(CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            try
            {
                await connection.SetWebhookAsync(options.Value, cancellationToken);
                return true;
            }
            catch (ApiRequestException exception) when (exception.ErrorCode == 400)
            {
                failure.Stop($"Telegram refuses Telegram:WebhookUrl: {exception.Message}");
                return false;
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
            {
                LogNotSet(failures, exception.Message);
                await time.DelayAsync(failures, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return false;
            }
        }
    }

    [LoggerMessage(8026, LogLevel.Information, "The webhook is set; listening on {Address}")]
    private partial void LogListening(string address);

    [LoggerMessage(8027, LogLevel.Warning, "The webhook could not be set (try {Failures}): {Reason}; trying again")]
    private partial void LogNotSet(int failures, string reason);

    [LoggerMessage(8028, LogLevel.Warning, "What came to the webhook is no update: {Reason}")]
    private partial void LogUnreadable(string reason);

    [LoggerMessage(8029, LogLevel.Error, "An update could not be stored; Telegram will bring it again")]
    private partial void LogNotTaken(Exception exception);
}
