using System.Net;

namespace CstoBot.Ingestion.Web;

/// <summary>The one HTTP handler that pages go through.</summary>
internal static class WebTransport
{
    /// <summary>Kilobytes; more headers than this are no page's.</summary>
    private const int MaxHeaders = 32;

    public static SocketsHttpHandler Over(CheckedConnections connections) => new()
    {
        AllowAutoRedirect = false, // each target is checked first
        AutomaticDecompression = DecompressionMethods.All, // what is read, and counted, is unpacked
        ConnectCallback = async (context, cancellationToken) => await connections.ConnectAsync(context.DnsEndPoint, cancellationToken),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        Credentials = null,
        MaxResponseDrainSize = 0, // what nobody wants is not read to its end
        MaxResponseHeadersLength = MaxHeaders,
        ActivityHeadersPropagator = null, // no trace of ours is theirs to see
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        UseCookies = false,
        UseProxy = false, // see TcpDialer
    };
}
