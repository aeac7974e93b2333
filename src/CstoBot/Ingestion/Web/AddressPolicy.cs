using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

/// <summary>Which addresses pages may come from: those of the public internet, so that no listed page and no redirect reaches what stands behind the firewall.</summary>
internal sealed class AddressPolicy(IOptions<WebOptions> options)
{
    /// <summary>Networks that somebody may rightly want pages from: <c>Web:AllowPrivateAddresses</c> opens them.</summary>
    private static readonly IPNetwork[] Private =
    [
        IPNetwork.Parse("10.0.0.0/8"),
        IPNetwork.Parse("100.64.0.0/10"), // behind a provider's translation
        IPNetwork.Parse("127.0.0.0/8"),
        IPNetwork.Parse("172.16.0.0/12"),
        IPNetwork.Parse("192.168.0.0/16"),
        IPNetwork.Parse("::1/128"),
        IPNetwork.Parse("fc00::/7"), // unique local
    ];

    /// <summary>The parts of version 4 that are no public hosts, by the registry of special-purpose addresses (IANA).</summary>
    private static readonly IPNetwork[] Reserved =
    [
        IPNetwork.Parse("0.0.0.0/8"), // this machine, to most systems
        IPNetwork.Parse("168.63.129.16/32"), // the platform's own service in Azure
        IPNetwork.Parse("169.254.0.0/16"), // link-local: where clouds keep the secrets of their machines
        IPNetwork.Parse("192.0.0.0/24"),
        IPNetwork.Parse("192.0.2.0/24"), // documentation
        IPNetwork.Parse("192.88.99.0/24"), // relays of 6to4
        IPNetwork.Parse("198.18.0.0/15"), // benchmarks
        IPNetwork.Parse("198.51.100.0/24"), // documentation
        IPNetwork.Parse("203.0.113.0/24"), // documentation
        IPNetwork.Parse("224.0.0.0/4"), // multicast
        IPNetwork.Parse("240.0.0.0/4"), // reserved, broadcast
    ];

    /// <summary>All that is given out of version 6; everything else (mapped version 4, NAT64, link-local, multicast, unspecified …) is refused unseen.</summary>
    private static readonly IPNetwork GivenOut = IPNetwork.Parse("2000::/3");

    /// <summary>The parts of it that are no public hosts or hide an address of version 4.</summary>
    private static readonly IPNetwork[] ReservedOfGivenOut =
    [
        IPNetwork.Parse("2001::/23"), // protocols, among them Teredo
        IPNetwork.Parse("2001:db8::/32"), // documentation
        IPNetwork.Parse("2002::/16"), // 6to4
        IPNetwork.Parse("3fff::/20"), // documentation
    ];

    public bool Allows(IPAddress address)
    {
        // To a network of version 4 the mapped address is the same one; no name has such an address honestly.
        if (address.IsIPv4MappedToIPv6)
        {
            return false;
        }

        return Holds(Private, address) ? options.Value.AllowPrivateAddresses
            : address.AddressFamily == AddressFamily.InterNetwork ? !Holds(Reserved, address)
            : GivenOut.Contains(address) && !Holds(ReservedOfGivenOut, address);
    }

    private static bool Holds(IPNetwork[] networks, IPAddress address) => Array.Exists(networks, network => network.Contains(address));
}
