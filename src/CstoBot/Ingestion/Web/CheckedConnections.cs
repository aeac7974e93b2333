using System.Net;
using System.Net.Sockets;

namespace CstoBot.Ingestion.Web;

/// <summary>
/// Each connection of the fetching: the host is looked up once, all its addresses are checked, and one of exactly these is dialled. A name that
/// means another address at its next look-up (DNS rebinding) wins nothing.
/// </summary>
internal sealed class CheckedConnections(IHostAddresses addresses, AddressPolicy policy, IDialer dialer)
{
    /// <summary>With several addresses, how long the first may keep the others waiting.</summary>
    private static readonly TimeSpan Attempt = TimeSpan.FromSeconds(5);

    /// <exception cref="WebFaultException">The host has no address, one that is not public, or none that answers.</exception>
    public async Task<Stream> ConnectAsync(DnsEndPoint host, CancellationToken cancellationToken)
    {
        var found = await LookUpAsync(host.Host, cancellationToken);

        // One private address is enough to refuse them all: no public site has one beside its public ones, somebody who means harm has.
        if (found.Count == 0 || !found.All(policy.Allows))
        {
            throw new WebFaultException(found.Count == 0 ? "the host has no address" : "the host has a private or reserved address, which is refused (Web:AllowPrivateAddresses)");
        }

        return await DialAsync(found, host.Port, cancellationToken);
    }

    private async Task<IReadOnlyList<IPAddress>> LookUpAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var address))
        {
            return [address];
        }

        try
        {
            return await addresses.OfAsync(host, cancellationToken);
        }
        catch (Exception exception) when (exception is SocketException or ArgumentException)
        {
            throw new WebFaultException("the host's name is not known");
        }
    }

    private async Task<Stream> DialAsync(IReadOnlyList<IPAddress> found, int port, CancellationToken cancellationToken)
    {
        foreach (var address in found)
        {
            using var attempt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            attempt.CancelAfter(found.Count > 1 ? Attempt : Timeout.InfiniteTimeSpan);
            try
            {
                return await dialer.DialAsync(new IPEndPoint(address, port), attempt.Token);
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                continue;
            }
        }

        throw new WebFaultException("the host does not answer");
    }
}
