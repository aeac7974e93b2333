using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Measures the calls to Telegram by their method. Never their addresses: the token is part of each.</summary>
internal static class CallTelemetry
{
    private const string Waiting = "getUpdates";
    private const int Ok = 200;

    private static readonly Histogram<double> Requests =
        Instruments.Seconds("cstobot.telegram.request.duration", "How long a call to Telegram takes; getUpdates waits for updates.");

    private static readonly Histogram<double> Pauses =
        Instruments.Seconds("cstobot.telegram.retry_after", "How long Telegram asks to wait when calls come too fast (status 429).");

    public static async Task<T> MeasureAsync<T>(string method, Func<Task<T>> call)
    {
        if (!Requests.Enabled && !Instruments.AreTracesWanted)
        {
            return await call();
        }

        var started = Stopwatch.GetTimestamp();

        // Nothing causes it, and each would be a trace of its own.
        using var activity = method == Waiting ? null : Instruments.Begin(method, ActivityKind.Client);
        try
        {
            var result = await call();
            End(activity, method, started, Ok, error: null);
            return result;
        }
        catch (Exception exception)
        {
            var status = (exception as ApiRequestException)?.ErrorCode;
            End(activity, method, started, status, status?.ToString(CultureInfo.InvariantCulture) ?? exception.GetType().FullName);
            if (exception is ApiRequestException { Parameters.RetryAfter: { } seconds })
            {
                Pauses.Record(seconds, new KeyValuePair<string, object?>("cstobot.telegram.method", method));
            }

            throw;
        }
    }

    private static void End(Activity? activity, string method, long started, int? status, string? error)
    {
        var tags = new TagList { { "cstobot.telegram.method", method } };
        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        Requests.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, tags);
        foreach (var (name, value) in tags)
        {
            activity?.SetTag(name, value);
        }
    }
}
