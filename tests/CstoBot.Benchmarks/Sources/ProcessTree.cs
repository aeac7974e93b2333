using System.Globalization;

namespace CstoBot.Benchmarks.Sources;

/// <summary>What a process and those that it started take together, by Linux's <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory now; a page that several share counts for each by its part (<c>Pss</c>), or the libraries that all of them map would count for each whole.</summary>
    public static double Megabytes(int id)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .Select(process => (Id: process, Status: LinesOrNull($"/proc/{process}/status")))
            .Where(process => process.Status is not null)
            .ToLookup(process => Field(process.Status!, "PPid"), process => process.Id);
        return (Kilobytes(id) + Sum(id, parents)) / 1024.0;
    }

    private static long Sum(int id, ILookup<long, int> parents) => parents[id].Sum(child => Kilobytes(child) + Sum(child, parents));

    private static long Kilobytes(int process) => LinesOrNull($"/proc/{process}/smaps_rollup") is { } memory ? Field(memory, "Pss") : 0;

    private static string[]? LinesOrNull(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It has ended.
            return null;
        }
    }

    private static long Field(string[] status, string name) =>
        status.FirstOrDefault(line => line.StartsWith($"{name}:", StringComparison.Ordinal)) is { } line
            ? long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
            : 0;
}
