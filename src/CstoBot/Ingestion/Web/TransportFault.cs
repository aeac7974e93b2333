using System.Net.Sockets;

namespace CstoBot.Ingestion.Web;

/// <summary>What went wrong on the way, in our words: exceptions name addresses and quote what the server sent.</summary>
internal static class TransportFault
{
    public static string Reason(Exception exception) =>
        Chain(exception).OfType<WebFaultException>().FirstOrDefault()?.Message
        ?? (IsReset(exception) ? "the connection broke off before it was whole" : null)
        ?? Chain(exception).Select(OfErrorOrNull).FirstOrDefault(reason => reason is not null)
        ?? Chain(exception).Select(OfKindOrNull).FirstOrDefault(reason => reason is not null)
        ?? "it cannot be fetched";

    /// <summary>The connection was there and went: worth a second try.</summary>
    public static bool IsReset(Exception exception) => Chain(exception).Any(inner =>
        inner is SocketException { SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown }
        || ErrorOrNull(inner) == HttpRequestError.ResponseEnded);

    private static string? OfErrorOrNull(Exception exception) => ErrorOrNull(exception) switch
    {
        HttpRequestError.NameResolutionError => "the host's name is not known",
        HttpRequestError.ConnectionError => "the host does not answer",
        HttpRequestError.SecureConnectionError => "no secure connection: the host's certificate or its TLS is not good",
        HttpRequestError.InvalidResponse => "the answer is not HTTP",
        HttpRequestError.ConfigurationLimitExceeded => "the answer's headers are too large",
        _ => null,
    };

    private static string? OfKindOrNull(Exception exception) => exception switch
    {
        // Compressed data that are none; Brotli says it in a way of its own.
        InvalidDataException or InvalidOperationException { Source: "System.IO.Compression.Brotli" } => "its content is damaged",
        IOException => "the connection broke off before it was whole",

        // The time for connecting is over; that for the page is not, or the caller would have said so.
        OperationCanceledException or TimeoutException => "the host does not answer",
        _ => null,
    };

    private static HttpRequestError? ErrorOrNull(Exception exception) => exception switch
    {
        HttpRequestException request => request.HttpRequestError,
        HttpIOException io => io.HttpRequestError,
        _ => null,
    };

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            yield return inner;
        }
    }
}
