using System.Diagnostics;
using System.Globalization;

namespace CstoBot.Benchmarks;

/// <summary>The built program, started as people start it.</summary>
/// <param name="Path">The executable of the Release build; a <c>.dll</c> is started with <c>dotnet exec</c>.</param>
internal sealed record BotProgram(string Path)
{
    /// <exception cref="FileNotFoundException">There is no Release build.</exception>
    public static BotProgram Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "CstoBot.sln")))
        {
            folder = folder.Parent;
        }

        var path = System.IO.Path.Combine(folder?.FullName ?? ".", "artifacts", "bin", "CstoBot", "release", OperatingSystem.IsWindows() ? "cstobot.exe" : "cstobot");
        return File.Exists(path) ? new BotProgram(path) : throw new FileNotFoundException($"Build it first: dotnet build -c Release src/CstoBot ({path})");
    }

    /// <param name="environment">Settings, as environment variables.</param>
    /// <param name="folder">The working directory, where the bot keeps its data; null = a new one.</param>
    public Process Start(IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var isLibrary = Path.EndsWith(".dll", StringComparison.Ordinal);
        var start = new ProcessStartInfo(isLibrary ? "dotnet" : Path, isLibrary ? ["exec", Path, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Directory.CreateTempSubdirectory("cstobot-benchmark").FullName,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("the bot did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }

    /// <summary>The most memory a running process ever held, in megabytes; null where the system does not tell.</summary>
    public static double? PeakMegabytesOrNull(Process process) => MegabytesOrNull(process, "VmHWM");

    /// <param name="field">Of Linux's <c>/proc/ID/status</c>: <c>VmHWM</c> the most ever resident, <c>VmRSS</c> what is now.</param>
    public static double? MegabytesOrNull(Process process, string field)
    {
        var status = $"/proc/{process.Id}/status";
        var line = File.Exists(status) ? File.ReadLines(status).FirstOrDefault(line => line.StartsWith($"{field}:", StringComparison.Ordinal)) : null;
        return line is null ? null : double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public static IReadOnlyList<string> Questions() => File.ReadAllLines(System.IO.Path.Combine(AppContext.BaseDirectory, "questions.txt"));
}
