using System.Globalization;
using ScottPlot;

namespace CstoBot.Moderation.Statistics.Charts;

/// <summary>Draws questions by day, stacked by what came of them, and the votes below. Pure but for the machine's own letters.</summary>
internal static class StatisticsChart
{
    /// <summary>In pixels. Telegram shows a photo as wide as a phone's screen: twice its points stay sharp.</summary>
    public const int Width = 1000;

    /// <inheritdoc cref="Width"/>
    public const int Height = 1000;

    private const float TextSize = 26;
    private const float LeftMargin = 80;
    private const float RightMargin = 50;
    private const float Gap = 8;
    private const double BarWidth = 0.8;

    // More dates than this would run into each other.
    private const int MostDates = 7;

    // Okabe and Ito's colours, which people who see colours differently can tell apart.
    private static readonly Color Blue = Color.FromHex("#0072B2");
    private static readonly Color Orange = Color.FromHex("#E69F00");
    private static readonly Color Grey = Color.FromHex("#999999");
    private static readonly Color Green = Color.FromHex("#009E73");
    private static readonly Color Vermilion = Color.FromHex("#D55E00");

    /// <summary>Null where a line of text says as much: with fewer than two days on which anything happened.</summary>
    public static byte[]? DrawOrNull(Statistics statistics, ChartWords words) =>
        statistics.Days.Count(day => !day.IsEmpty) < 2 ? null : Draw(statistics.Days, words);

    private static byte[] Draw(IReadOnlyList<DayFigures> days, ChartWords words)
    {
        using var questions = new Plot();
        using var votes = new Plot();
        var chart = new Multiplot(questions);
        chart.AddPlot(votes);
        Stack(questions, days, [
            (words.Answered, Blue, day => day.Answered),
            (words.Held, Orange, day => day.Held),
            (words.NotAnswered, Grey, day => day.Abstained + day.Refused),
        ]);
        Stack(votes, days, [(words.Up, Green, day => day.Up), (words.Down, Vermilion, day => -day.Down)]);
        Finish(questions, days, words.Questions, words);
        Finish(votes, days, words.Votes, words);
        questions.Axes.SetLimitsY(0, Top(days.Max(day => day.Questions)));
        votes.Axes.SetLimitsY(-Top(days.Max(day => day.Down)), Top(days.Max(day => day.Up)));
        using var image = chart.Render(Width, Height);
        return image.GetImageBytes(ImageFormat.Png);
    }

    private static void Stack(Plot plot, IReadOnlyList<DayFigures> days, IReadOnlyList<(string Label, Color Color, Func<DayFigures, int> Count)> layers)
    {
        var (above, below) = (new double[days.Count], new double[days.Count]);
        foreach (var (label, color, count) in layers)
        {
            var bars = new List<Bar>(days.Count);
            for (var position = 0; position < days.Count; position++)
            {
                var value = count(days[position]);
                var bases = value < 0 ? below : above;
                bars.Add(new Bar { Position = position, ValueBase = bases[position], Value = bases[position] + value, Size = BarWidth, FillColor = color, LineWidth = 0 });
                bases[position] += value;
            }

            plot.Add.Bars(bars).LegendText = label;
        }
    }

    private static void Finish(Plot plot, IReadOnlyList<DayFigures> days, string title, ChartWords words)
    {
        ChartFont.Use(plot);
        plot.FigureBackground.Color = Colors.White;
        plot.Title(title, TextSize * 1.15f);
        plot.Axes.Title.Label.Bold = false;
        plot.Axes.Left.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Bottom.TickLabelStyle.FontSize = TextSize;
        plot.Axes.Left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic
        {
            IntegerTicksOnly = true,
            LabelFormatter = value => Math.Abs(value).ToString("0", CultureInfo.InvariantCulture),
        };
        plot.Axes.Bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. Dates(days).Select(position => new Tick(position, Date(days[position].Day, words)))]);
        plot.Axes.Bottom.MajorTickStyle.Width = 0;
        plot.Axes.Bottom.MajorTickStyle.Length = Gap;
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Right.FrameLineStyle.Width = 0;
        plot.Axes.Top.IsVisible = false;

        // The same beside both, so that a day stands below itself; the last date needs room to its right.
        plot.Axes.Left.MinimumSize = LeftMargin;
        plot.Axes.Right.MinimumSize = RightMargin;
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Axes.SetLimitsX(-0.6, days.Count - 0.4);
        var legend = plot.ShowLegend(Edge.Bottom).Legend;
        legend.Orientation = Orientation.Horizontal;
        legend.FontSize = TextSize;
        legend.FontName = ChartFont.Name;
        legend.OutlineWidth = 0;
        legend.ShadowColor = Colors.Transparent;
    }

    /// <summary>Some days in equal distances, the last among them.</summary>
    private static IEnumerable<int> Dates(IReadOnlyList<DayFigures> days)
    {
        var step = (days.Count + MostDates - 1) / MostDates;
        return Enumerable.Range(0, days.Count).Where(position => (days.Count - 1 - position) % step == 0);
    }

    private static string Date(DateOnly day, ChartWords words) => string.Create(CultureInfo.InvariantCulture, $"{day.Day} {words.Months[day.Month - 1]}");

    private static double Top(int largest) => Math.Max(1, largest) * 1.1;
}
