using System.Net;
using System.Net.Sockets;

namespace CstoBot.Ingestion.Web;

/// <summary>Connects to an address that was found good. It knows no names, so nothing is looked up a second time.</summary>
internal interface IDialer
{
    /// <exception cref="SocketException">Nobody answers there.</exception>
    Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken);
}

/// <summary>By TCP, without a proxy: one would look names up itself, and only its own address could be checked.</summary>
internal sealed class TcpDialer : IDialer
{
    public async Task<Stream> DialAsync(IPEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
