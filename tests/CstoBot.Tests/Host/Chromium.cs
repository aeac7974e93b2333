using Microsoft.Playwright;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>Debian's Chromium, without a window.</summary>
internal static class Chromium
{
    // Besides the window and the sandbox (which root cannot have), everything by which a browser talks to its maker is off.
    private static readonly string[] Switches =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    /// <summary>Skips the test, saying why, where there is no Chromium.</summary>
    public static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "chromium"))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, "No 'chromium' command is installed (Debian: apt-get install chromium).");
        return await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = path, Args = Switches });
    }
}
