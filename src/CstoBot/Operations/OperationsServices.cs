using CstoBot.Operations.Health;

namespace CstoBot.Operations;

/// <summary>What those see who run the bot: measurements and health.</summary>
internal static class OperationsServices
{
    /// <summary>After all that is to be looked at.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelemetryExport(configuration);
        services.AddHealth();
        return services;
    }
}
