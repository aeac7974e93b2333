using System.Diagnostics;
using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Workers;
using Microsoft.Extensions.Options;

namespace CstoBot.Benchmarks.Hostile;

/// <summary>How long each hostile file keeps its reader busy, and the most memory that the process which reads it and the one that waits for it take.</summary>
internal static class HostileBenchmark
{
    // Beside what it may allocate a process needs the runtime, its libraries and their code.
    private const int RuntimeMegabytes = 128;

    // The one that waits holds the file, as it is sent, and the text that comes back.
    private const int WaitingMegabytes = 200;

    public static async Task<bool> RunAsync()
    {
        var formats = new FormatsOptions();
        Console.WriteLine($"{"file",-24} {"seconds",8} {"reader, MB",11} {"bot, MB more",13}   outcome");
        var figures = new List<Figure>();
        foreach (var file in HostileFiles.All())
        {
            var figure = await MeasureAsync(file, formats);
            Console.WriteLine(Line(file.Name, figure, figure.Outcome));
            figures.Add(figure);
        }

        var most = new Figure(figures.Max(figure => figure.Seconds), figures.Max(figure => figure.ReaderMegabytes), figures.Max(figure => figure.MoreMegabytes), string.Empty);
        Console.WriteLine(Line("at most", most, $"(bounds: {formats.TimeoutSeconds} s, {formats.MemoryMegabytes + RuntimeMegabytes} MB, {WaitingMegabytes} MB)"));
        return most.Seconds <= formats.TimeoutSeconds + 1 && most.ReaderMegabytes <= formats.MemoryMegabytes + RuntimeMegabytes && most.MoreMegabytes <= WaitingMegabytes;
    }

    /// <summary>Each file has a process of its own.</summary>
    private static async Task<Figure> MeasureAsync(HostileFiles.Hostile file, FormatsOptions options)
    {
        var formats = Options.Create(options);
        using var processes = new ExtractionProcesses(formats, TimeProvider.System);
        var extraction = new DocumentExtraction(processes, formats, Options.Create(new SourcesOptions()));
        GC.Collect();
        ForgetPeak();
        var before = Megabytes("self", "VmRSS");
        var started = Stopwatch.GetTimestamp();
        var reading = OutcomeAsync(extraction, file);
        var peak = 0.0;
        while (!reading.IsCompleted)
        {
            peak = Math.Max(peak, PeakOfChildren());
            await Task.WhenAny(reading, Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new Figure(seconds, Math.Max(peak, PeakOfChildren()), Math.Max(0, Megabytes("self", "VmHWM") - before), await reading);
    }

    private static async Task<string> OutcomeAsync(DocumentExtraction extraction, HostileFiles.Hostile file)
    {
        try
        {
            // Off this thread: a plain text is read where it is asked for.
            var items = await Task.Run(() => extraction.ExtractAsync(file.Name, file.Content, CancellationToken.None));
            return items.OfType<ExtractedItem.Unreadable>().FirstOrDefault()?.Reason ?? "read";
        }
        catch (UnreadableDocumentException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Linux keeps the most memory that a process ever held until it is told to forget it.</summary>
    private static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>Of those that run their program already: before it a process is a copy of this one.</summary>
    private static double PeakOfChildren() => Directory.EnumerateDirectories("/proc/self/task")
        .SelectMany(task => TextOrNull(Path.Combine(task, "children"))?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [])
        .Where(child => TextOrNull($"/proc/{child}/cmdline")?.Contains(ExtractionProcess.Verb, StringComparison.Ordinal) == true)
        .Select(child => Megabytes(child, "VmHWM"))
        .DefaultIfEmpty()
        .Max();

    /// <summary>0 for a process that has ended.</summary>
    private static double Megabytes(string process, string field) =>
        TextOrNull($"/proc/{process}/status")?.Split('\n').FirstOrDefault(line => line.StartsWith($"{field}:", StringComparison.Ordinal)) is { } line
            ? double.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024
            : 0;

    private static string? TextOrNull(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            return null;
        }
    }

    private static string Line(string name, Figure figure, string outcome) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-24} {figure.Seconds,8:0.00} {figure.ReaderMegabytes,11:0} {figure.MoreMegabytes,13:0}   {outcome}");

    private sealed record Figure(double Seconds, double ReaderMegabytes, double MoreMegabytes, string Outcome);
}
