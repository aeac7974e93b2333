using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace CstoBot.Ingestion.Formats.Workers;

/// <summary>One process that reads files, one after another. It ends with this one, for its standard input does.</summary>
internal sealed class ExtractionProcess : IDisposable
{
    /// <summary>The hidden verb of the program that serves.</summary>
    public const string Verb = "extract";

    private readonly Process process;
    private volatile bool ranOutOfMemory;
    private bool stopped;

    private ExtractionProcess(Process process)
    {
        this.process = process;
        process.ErrorDataReceived += (_, line) => ranOutOfMemory |= line.Data is { } words
            && (words.Contains("Out of memory", StringComparison.OrdinalIgnoreCase) || words.Contains("OutOfMemory", StringComparison.Ordinal));
        process.BeginErrorReadLine();
    }

    /// <exception cref="UnreadableDocumentException">The system does not start it.</exception>
    public static ExtractionProcess Start(int memoryMegabytes)
    {
        var (program, arguments) = Program();
        var start = new ProcessStartInfo(program, [.. arguments, Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };

        // It knows no secrets, for what it reads may come from anybody, and it leaves nothing on the disk when it dies.
        foreach (var name in start.Environment.Keys.Where(name => !IsOfTheSystem(name)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_GCHeapHardLimit"] = (memoryMegabytes * 1024L * 1024L).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        try
        {
            return new ExtractionProcess(Process.Start(start) ?? throw new UnreadableDocumentException("cannot be read: the process that reads it does not start"));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or IOException)
        {
            throw new UnreadableDocumentException("cannot be read: the process that reads it does not start");
        }
    }

    public bool HasEnded => stopped || process.HasExited;

    /// <summary>Of the system's; for tests.</summary>
    public int Id => process.Id;

    /// <summary>Null when the process ended over it.</summary>
    public async Task<ExtractionReply?> ReadOrNullAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await ExtractionFrames.SendAsync(process.StandardInput.BaseStream, ExtractionFrames.Write(request), cancellationToken);
            return await ExtractionFrames.ReceiveOrNullAsync(process.StandardOutput.BaseStream, cancellationToken) is { } frame ? ExtractionFrames.ReadReply(frame) : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Whether the process died because its memory did not suffice; asked after it has ended.</summary>
    public async Task<bool> DiedOfMemoryAsync(CancellationToken cancellationToken)
    {
        // What it wrote last is only there once its output is closed.
        await process.WaitForExitAsync(cancellationToken);
        return ranOutOfMemory;
    }

    public void Dispose()
    {
        stopped = true;
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            // It has ended already.
        }

        process.Dispose();
    }

    /// <summary>This program where it is the one that runs; else its copy beside the tests or tools that use it.</summary>
    private static (string Program, IReadOnlyList<string> Arguments) Program()
    {
        var library = typeof(ExtractionProcess).Assembly.GetName().Name;
        if (Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == library)
        {
            return (path, []);
        }

        var host = Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return (File.Exists(host) ? Path.GetFullPath(host) : "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, $"{library}.dll")]);
    }

    private static bool IsOfTheSystem(string name) => name.ToUpperInvariant() is
        "PATH" or "HOME" or "LANG" or "LC_ALL" or "TMPDIR" or "TEMP" or "TMP" or "SYSTEMROOT" or "SYSTEMDRIVE" or "USERPROFILE" or "DOTNET_ROOT" or "DOTNET_ROOT_X64" or "DOTNET_ROOT_ARM64"
        or "DOTNET_HOST_PATH" or "DOTNET_MULTILEVEL_LOOKUP" or "LD_LIBRARY_PATH" or "COMSPEC" or "WINDIR" or "PATHEXT" or "LOCALAPPDATA" or "APPDATA" or "PROGRAMFILES";
}
