using CstoBot.Operations.Doctor;
using CstoBot.Operations.Health;

namespace CstoBot.Operations;

/// <summary>What those see who run the bot: measurements, health, and what is wrong with the settings.</summary>
internal static class OperationsServices
{
    /// <summary>After all that is to be looked at.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddTelemetryExport(configuration);
        services.AddHealth();
        services.AddDoctor();
        return services;
    }
}
