using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

internal static class WebServices
{
    /// <summary>Nothing is connected, nor any handler made, before the first page is fetched.</summary>
    public static IServiceCollection AddWebPages(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<WebOptions, WebOptionsValidator>().BindConfiguration(WebOptions.Section);

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<IHostAddresses, SystemHostAddresses>();
        services.AddSingleton<IDialer, TcpDialer>();
        services.AddSingleton<AddressPolicy>();
        services.AddSingleton<CheckedConnections>();
        services.AddSingleton(provider => new WebRequests(
            new HttpMessageInvoker(WebTransport.Over(provider.GetRequiredService<CheckedConnections>())),
            provider.GetRequiredService<IOptions<WebOptions>>()));
        services.AddSingleton<RobotsFiles>();
        services.AddSingleton<HostTurns>();
        services.AddSingleton<PageDownload>();
        services.AddSingleton<IWebPages, WebPages>();
        return services;
    }
}
