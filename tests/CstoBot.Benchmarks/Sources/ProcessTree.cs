using System.Globalization;

namespace CstoBot.Benchmarks.Sources;

/// <summary>What a process and those that it started take together, by Linux's <c>/proc</c>.</summary>
internal static class ProcessTree
{
    /// <summary>Resident memory now; pages of shared files count for each.</summary>
    public static double Megabytes(int id)
    {
        var parents = Directory.EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var process) ? process : 0)
            .Where(process => process > 0)
            .Select(process => (Id: process, Status: StatusOrNull(process)))
            .Where(process => process.Status is not null)
            .ToLookup(process => Field(process.Status!, "PPid"), process => (process.Id, Kilobytes: Field(process.Status!, "VmRSS")));
        return Sum(id, parents) / 1024.0 + (StatusOrNull(id) is { } own ? Field(own, "VmRSS") / 1024.0 : 0);
    }

    private static long Sum(int id, ILookup<long, (int Id, long Kilobytes)> parents) => parents[id].Sum(child => child.Kilobytes + Sum(child.Id, parents));

    private static string[]? StatusOrNull(int process)
    {
        try
        {
            return File.ReadAllLines($"/proc/{process}/status");
        }
        catch (IOException)
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
