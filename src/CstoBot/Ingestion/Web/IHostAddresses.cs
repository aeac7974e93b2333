using System.Net;
using System.Net.Sockets;

namespace CstoBot.Ingestion.Web;

/// <summary>Looks a host's addresses up.</summary>
internal interface IHostAddresses
{
    /// <exception cref="SocketException">The name is not known, or nobody could say.</exception>
    Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellationToken);
}

/// <summary>By the system: its hosts file, its DNS.</summary>
internal sealed class SystemHostAddresses : IHostAddresses
{
    public async Task<IReadOnlyList<IPAddress>> OfAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}
