using System.Globalization;

namespace CstoBot.Evaluation;

/// <summary>What a figure must reach; for a figure of which less is better, what it must not exceed.</summary>
internal sealed record Minimum(string Name, double Value)
{
    /// <summary>Reads <c>NAME=VALUE</c>; null when it is not that.</summary>
    public static Minimum? ParseOrNull(string text) =>
        text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals
        && double.TryParse(text.AsSpan(equals + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
        && double.IsFinite(value)
            ? new Minimum(text[..equals], value)
            : null;

    /// <summary>A figure that there was nothing to count for is never met.</summary>
    public bool IsMetBy(Figure figure) => figure.LessIsBetter ? figure.Value <= Value : figure.Value >= Value;
}
