using System.Net;
using System.Net.Sockets;

namespace CstoBot.Tests.Operations;

internal static class SomePort
{
    /// <summary>One that nothing listened on a moment ago.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
