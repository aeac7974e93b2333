namespace CstoBot.Cli;

/// <summary>Where settings come from, the later winning: appsettings.json, user secrets, the environment, the command line.</summary>
internal static class Settings
{
    public const string FileName = "appsettings.json";

    public static IConfigurationRoot Read(IReadOnlyDictionary<string, string?> commandLine) =>
        new ConfigurationBuilder().AddProductSettings(commandLine).Build();

    public static IConfigurationBuilder AddProductSettings(this IConfigurationBuilder builder, IReadOnlyDictionary<string, string?> commandLine) => builder
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile(FileName, optional: true, reloadOnChange: false)
        .AddUserSecrets(typeof(Settings).Assembly, optional: true, reloadOnChange: false)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(commandLine);
}
