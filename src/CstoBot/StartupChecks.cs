using Microsoft.Extensions.Options;

namespace CstoBot;

/// <summary>What is checked before the host starts, so that a wrong setting ends in one clear message and not in a stack trace.</summary>
internal static class StartupChecks
{
    /// <summary>Validates all settings, then runs every <see cref="IStartupCheck"/>.</summary>
    /// <exception cref="StartupException">Something is not in order; the message has a line for each fault.</exception>
    public static async Task CheckStartAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        services.ValidateSettings();

        foreach (var check in services.GetServices<IStartupCheck>())
        {
            await check.CheckAsync(cancellationToken);
        }
    }

    /// <exception cref="StartupException">Settings are wrong; the message has a line for each.</exception>
    public static void ValidateSettings(this IServiceProvider services)
    {
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException exception)
        {
            throw new StartupException(string.Join('\n', exception.Failures), exception);
        }
        catch (AggregateException exception)
        {
            throw new StartupException(string.Join('\n', exception.InnerExceptions.SelectMany(Lines)), exception);
        }
        catch (InvalidOperationException exception)
        {
            // A value that is not even of the setting's type; the binder's message names the setting.
            throw new StartupException(exception.Message, exception);
        }
    }

    private static IEnumerable<string> Lines(Exception exception) =>
        exception is OptionsValidationException invalid ? invalid.Failures : [exception.Message];
}
