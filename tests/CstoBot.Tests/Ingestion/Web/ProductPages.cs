using CstoBot.Ingestion.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>Fetching as a host has it, with nothing replaced.</summary>
internal static class ProductPages
{
    public static async Task<WebFetch> FetchAsync(WebPage page, bool allowPrivate)
    {
        await using var provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([KeyValuePair.Create("Web:AllowPrivateAddresses", (string?)allowPrivate.ToString())])
                .Build())
            .AddWebPages()
            .BuildServiceProvider();
        return await provider.GetRequiredService<IWebPages>().FetchAsync(page, null, CancellationToken.None);
    }
}
