using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

namespace CstoBot;

/// <summary>
/// What the bot is measured and traced with. Each stage has a small class of its own for it, named …Telemetry; where nobody listens, none of
/// them costs more than a comparison. Attributes are counts, kinds and names of the program's: never a text, a person, a document or a token.
/// </summary>
internal static class Instruments
{
    /// <summary>Of the meter and of the source of traces.</summary>
    public const string Name = "CstoBot";

    // Semantic conventions: durations are in seconds. From a cached answer to a model that writes for half a minute.
    private static readonly double[] SecondsBounds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

    private static readonly Meter Meter = new(Name);
    private static readonly ActivitySource Source = new(Name);

    public static bool AreTracesWanted => Source.HasListeners();

    /// <param name="bounds">Null: the usual ones.</param>
    public static Histogram<double> Seconds(string name, string description, IReadOnlyList<double>? bounds = null) =>
        Meter.CreateHistogram(name, "s", description, tags: null, new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds ?? SecondsBounds });

    /// <param name="unit">By the UCUM: <c>{passage}</c> for a count of passages.</param>
    public static Histogram<long> Sizes(string name, string unit, string description, params IReadOnlyList<long> bounds) =>
        Meter.CreateHistogram(name, unit, description, tags: null, new InstrumentAdvice<long> { HistogramBucketBoundaries = bounds });

    public static Counter<long> Count(string name, string unit, string description) => Meter.CreateCounter<long>(name, unit, description);

    /// <summary>A step of the trace under way, or of none.</summary>
    /// <returns>Null when nobody listens.</returns>
    public static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);

    /// <summary>A trace of its own, or a later part of <paramref name="of"/>, whatever is under way around it. To be called from an asynchronous method.</summary>
    /// <param name="since">Null: now.</param>
    /// <param name="cause">What led to it, of another trace.</param>
    /// <inheritdoc cref="Begin"/>
    public static Activity? BeginTrace(string name, ActivityKind kind, ActivityContext of = default, DateTimeOffset? since = null, ActivityContext cause = default)
    {
        if (!AreTracesWanted)
        {
            return null;
        }

        Activity.Current = null;
        return Source.StartActivity(kind, of, tags: null, cause == default ? null : [new ActivityLink(cause)], since ?? default, name);
    }

    /// <summary>The trace under way; default for none.</summary>
    public static ActivityContext Current => Activity.Current?.Context ?? default;

    /// <summary>A name of the program's as an attribute's value: <c>UnknownName</c> becomes <c>unknown_name</c>.</summary>
    public static string Word(object name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString() ?? "");

    public static string Word(Type type) => JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name);
}
