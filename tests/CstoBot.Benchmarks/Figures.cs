using System.Globalization;

namespace CstoBot.Benchmarks;

/// <summary>Measured values of one kind.</summary>
internal static class Figures
{
    public static void Print(string what, IEnumerable<double> values, string unit)
    {
        var sorted = values.Order().ToList();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-48} {sorted[0],9:0.0} / {sorted[sorted.Count / 2],9:0.0} / {sorted[^1],9:0.0} {unit}   (n = {sorted.Count}, p99 {sorted[(int)(0.99 * (sorted.Count - 1))]:0.0})"));
    }
}
