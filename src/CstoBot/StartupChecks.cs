using System.ComponentModel;
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
            // A value that is not even of the setting's type: the binder names only the first one, and the type by its name in the program.
            var faults = Unreadable(services.GetRequiredService<IConfiguration>(), type);
            return faults.Count > 0 ? faults : [unreadable.Message];
        }
    }

    private static List<string> Unreadable(IConfiguration configuration, Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .Select(property => (Name: $"{SectionOf(type)}:{property.Name}", Type: Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType))
            .Where(setting => configuration[setting.Name] is { } value && !CanBe(setting.Type, value))
            .Select(setting => $"{setting.Name} must be {KindOf(setting.Type)}."),
    ];

    /// <summary>As the binder reads a value.</summary>
    private static bool CanBe(Type type, string value)
    {
        try
        {
            var converter = TypeDescriptor.GetConverter(type);
            return !converter.CanConvertFrom(typeof(string)) || converter.ConvertFromInvariantString(value) is not null;
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return false;
        }
    }

    private static string KindOf(Type type) =>
        type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}"
        : type == typeof(bool) ? "true or false"
        : type == typeof(TimeSpan) ? "a time such as 00:05:00"
        : type == typeof(int) || type == typeof(long) ? "a whole number"
        : "a number";

    /// <summary>"MaxPassages: The field AnsweringOptions.MaxPassages must …" with the name that the person wrote: Answering:MaxPassages.</summary>
    private static string Named(string failure, Type type)
    {
        var start = failure.IndexOf("The field ", StringComparison.Ordinal);
        return start < 0 ? failure : failure[start..].Replace($"The field {type.Name}.", $"{SectionOf(type)}:", StringComparison.Ordinal);
    }

    private static object? SectionOf(Type type) => type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
}

/// <summary>The option types of all capabilities.</summary>
internal sealed record SettingsCatalogue(IReadOnlyList<Type> Types);
