namespace CstoBot.Cli;

/// <summary>Settings whose names are fixed for what comes later: whoever sets one is told that nothing follows from it yet.</summary>
internal static partial class UnusedSettings
{
    private static readonly string[] Sections = ["Moderation"];

    public static void Warn(IConfiguration configuration, ILoggerFactory loggers)
    {
        var logger = loggers.CreateLogger(typeof(UnusedSettings).FullName ?? nameof(UnusedSettings));
        foreach (var section in Sections.Where(name => configuration.GetSection(name).Exists()))
        {
            LogUnused(logger, section);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Setting} is set, but this version does not use it yet")]
    private static partial void LogUnused(ILogger logger, string setting);
}
