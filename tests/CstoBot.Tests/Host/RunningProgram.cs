using System.Diagnostics;
using CstoBot.Tests.Fakes;

namespace CstoBot.Tests.Host;

/// <summary>The program as a newcomer starts it: no verb, no token.</summary>
internal sealed class RunningProgram : IDisposable
{
    private readonly Process process;
    private readonly TemporaryFolder folder;

    private RunningProgram(Process process, TemporaryFolder folder, Uri address) => (this.process, this.folder, Address) = (process, folder, address);

    /// <summary>Of the web chat, as printed.</summary>
    public Uri Address { get; }

    public static async Task<RunningProgram> StartAsync()
    {
        var folder = new TemporaryFolder();
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cstobot.dll"), "--data", folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.Path,
        };
        start.Environment["Sandbox__Port"] = "0";
        start.Environment.Remove("Telegram__Token");
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The program said nothing.");
        return new RunningProgram(process, folder, new Uri(line.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal))));
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        folder.Dispose();
    }
}
