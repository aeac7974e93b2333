using System.Globalization;
using TelegramSandbox;

namespace CstoBot.Cli;

/// <summary>The local Telegram that the bot runs in when no token is configured.</summary>
internal static class LocalTelegram
{
    public const string WrongPort = "Sandbox:Port is a number from 0 to 65535 (0 = any free port).";

    private const int DefaultPort = 8080;

    /// <summary>Null when what is set is none.</summary>
    public static int? PortOrNull(IConfiguration configuration)
    {
        var setting = configuration["Sandbox:Port"];
        return string.IsNullOrEmpty(setting) ? DefaultPort
            : int.TryParse(setting, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue ? port
            : null;
    }

    /// <exception cref="StartupException">The port is no port, or none is free.</exception>
    public static async Task<SandboxServer> StartAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        var port = PortOrNull(configuration) ?? throw new StartupException(WrongPort);
        try
        {
            return await SandboxServer.StartAsync(new SandboxOptions { Port = port }, cancellationToken);
        }
        catch (IOException)
        {
            throw new StartupException($"No port is free for the web chat, from {port} on: set Sandbox:Port to another one.");
        }
    }

    /// <summary>
    /// The settings that point the bot to the sandbox. Its data are kept apart from those of a real bot and of other sandboxes that run
    /// from the same folder, each on its port, and begin anew.
    /// </summary>
    public static IReadOnlyDictionary<string, string?> Settings(
        SandboxServer sandbox, IConfiguration configured, IReadOnlyDictionary<string, string?> commandLine)
    {
        var folder = Path.Combine(
            string.IsNullOrWhiteSpace(configured["Data:Folder"]) ? "data" : configured["Data:Folder"]!,
            "sandbox",
            sandbox.Address.Port.ToString(CultureInfo.InvariantCulture));
        ForgetLastTime(folder);
        return new Dictionary<string, string?>(commandLine)
        {
            ["Telegram:Token"] = sandbox.BotToken,
            ["Telegram:BaseUrl"] = sandbox.Address.AbsoluteUri,
            ["Data:Folder"] = folder,
            ["Roles:Admins:0"] = sandbox.Admin.Id.ToString(CultureInfo.InvariantCulture),
            ["Roles:Moderators:0"] = sandbox.Moderator.Id.ToString(CultureInfo.InvariantCulture),
            ["Moderation:ChatId"] = sandbox.ModeratorsChat.Id.ToString(CultureInfo.InvariantCulture),
        };
    }

    // The sandbox's chats live in memory; what the bot remembers of the last run would belong to nobody.
    private static void ForgetLastTime(string folder)
    {
        foreach (var file in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.db*") : [])
        {
            File.Delete(file);
        }
    }
}
