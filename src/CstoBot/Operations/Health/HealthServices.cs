namespace CstoBot.Operations.Health;

internal static class HealthServices
{
    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<HealthOptions, HealthOptionsValidator>().BindConfiguration(HealthOptions.Section);
        services.AddHealthChecks()
            .AddCheck<RunningHealth>("running")
            .AddCheck<IndexHealth>("index")
            .AddCheck<StorageHealth>("storage")
            .AddCheck<TelegramHealth>("telegram")
            .AddCheck<ModelHealth>("model");

        // Checks are made anew for each question asked of them; this one remembers.
        services.AddSingleton<StorageHealth>();
        services.AddSingleton<IHealthPage, HealthPage>();
        services.AddSingleton<HealthServer>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthServer>());

        // Whoever asks is told; each time in the log as well would fill it.
        services.AddLogging(logging => logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None));
        return services;
    }
}
