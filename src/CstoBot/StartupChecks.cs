using System.Reflection;
using Microsoft.Extensions.Options;

namespace CstoBot;

/// <summary>What is checked before the host starts, so that wrong settings end in clear messages and not in a stack trace.</summary>
internal static class StartupChecks
{
    /// <summary>Notes which settings there are, once all capabilities are registered.</summary>
    public static IServiceCollection AddSettingsCatalogue(this IServiceCollection services) => services.AddSingleton(new SettingsCatalogue(services
        .Where(service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == typeof(IValidateOptions<>))
        .Select(service => service.ServiceType.GenericTypeArguments[0])
        .Where(type => type.Namespace?.StartsWith(nameof(CstoBot), StringComparison.Ordinal) == true)
        .Distinct()
        .ToList()));

    /// <summary>Runs every <see cref="IStartupCheck"/>, in the order of registration.</summary>
    /// <exception cref="StartupException">Something is not in order.</exception>
    public static async Task CheckStartAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var check in services.GetServices<IStartupCheck>())
        {
            await check.CheckAsync(cancellationToken);
        }
    }

    /// <exception cref="StartupException">Settings are wrong; the message has a line for each.</exception>
    public static void ValidateSettings(this IServiceProvider services)
    {
        var faults = services.SettingFaults();
        if (faults.Count > 0)
        {
            throw new StartupException(string.Join('\n', faults));
        }
    }

    /// <summary>All settings that are wrong, a line for each.</summary>
    public static IReadOnlyList<string> SettingFaults(this IServiceProvider services) =>
        [.. services.GetRequiredService<SettingsCatalogue>().Types.SelectMany(type => Faults(services, type))];

    private static IEnumerable<string> Faults(IServiceProvider services, Type type)
    {
        var options = services.GetRequiredService(typeof(IOptions<>).MakeGenericType(type));
        try
        {
            options.GetType().GetProperty(nameof(IOptions<object>.Value))?.GetValue(options);
            return [];
        }
        catch (TargetInvocationException exception) when (exception.InnerException is OptionsValidationException invalid)
        {
            return invalid.Failures.Select(failure => Named(failure, type));
        }
        catch (TargetInvocationException exception) when (exception.InnerException is InvalidOperationException unreadable)
        {
            // A value that is not even of the setting's type; the binder's message names the setting.
            return [unreadable.Message];
        }
    }

    /// <summary>"MaxPassages: The field AnsweringOptions.MaxPassages must …" with the name that the person wrote: Answering:MaxPassages.</summary>
    private static string Named(string failure, Type type)
    {
        var section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
        var start = failure.IndexOf("The field ", StringComparison.Ordinal);
        return start < 0 ? failure : failure[start..].Replace($"The field {type.Name}.", $"{section}:", StringComparison.Ordinal);
    }
}

/// <summary>The option types of all capabilities.</summary>
internal sealed record SettingsCatalogue(IReadOnlyList<Type> Types);
