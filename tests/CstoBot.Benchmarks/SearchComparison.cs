using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CstoBot.Benchmarks;

/// <summary>Reads the lines that the runs of several engines printed, prints the medians as a table and draws them.</summary>
internal static class SearchComparison
{
    private const int Width = 920;
    private const int Height = 300;
    private const int Margin = 46;

    private static readonly (string Field, string Title)[] Panels =
        [("docs_per_s", "documents indexed a second"), ("p50_ms", "query p50, ms"), ("p99_ms", "query p99, ms")];

    private static readonly string[] Columns = ["docs_per_s", "p50_ms", "p99_ms", "rss_mb", "peak_mb"];
    private static readonly string[] Colours = ["#1f6feb", "#8c959f"];

    /// <param name="results">A file of JSON lines with <c>engine</c>, <c>docs</c> and the figures.</param>
    /// <param name="plot">The SVG file to write.</param>
    public static void Run(string results, string plot)
    {
        var medians = Read(results);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"engine",-10}{"passages",10}{string.Concat(Columns.Select(column => $"{column,14}"))}   (medians)"));
        foreach (var row in medians)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Engine,-10}{row.Documents,10}{string.Concat(Columns.Select(column => $"{(row.Figures.TryGetValue(column, out var figure) ? figure.ToString("0.##", CultureInfo.InvariantCulture) : "-"),14}"))}"));
        }

        File.WriteAllText(plot, Draw(medians));
    }

    private static List<Row> Read(string results) => File.ReadLines(results)
        .Where(line => line.Contains("\"docs\"", StringComparison.Ordinal))
        .Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!)
        .GroupBy(line => (Engine: line["engine"].GetString()!, Documents: line["docs"].GetInt32()))
        .Select(group => new Row(group.Key.Engine, group.Key.Documents, Columns
            .Where(column => group.All(line => line.ContainsKey(column)))
            .ToDictionary(column => column, column => Median(group.Select(line => line[column].GetDouble())))))
        .OrderBy(row => row.Documents)
        .ThenBy(row => row.Engine, StringComparer.Ordinal)
        .ToList();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Draw(List<Row> rows)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.AppendLine("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>");
        for (var panel = 0; panel < Panels.Length; panel++)
        {
            DrawPanel(svg, rows, panel);
        }

        return svg.AppendLine("</svg>").ToString();
    }

    /// <summary>Both axes are logarithmic, by powers of ten.</summary>
    private static void DrawPanel(StringBuilder svg, List<Row> rows, int panel)
    {
        var (field, title) = Panels[panel];
        var width = Width / Panels.Length;
        var across = new Axis(rows.Select(row => (double)row.Documents), (panel * width) + Margin, ((panel + 1) * width) - 16);
        var up = new Axis(rows.Select(row => row.Figures[field]), Height - Margin, 40);
        svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{across.From}\" y=\"22\" font-weight=\"bold\">{title}</text>");
        foreach (var power in across.Powers)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{across.At(power):0}\" y=\"{up.From + 16}\" text-anchor=\"middle\">{power:#,0}</text>");
        }

        foreach (var power in up.Powers)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<line x1=\"{across.From}\" x2=\"{across.To}\" y1=\"{up.At(power):0.0}\" y2=\"{up.At(power):0.0}\" stroke=\"#d0d7de\"/>");
            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{across.From - 4}\" y=\"{up.At(power) + 4:0.0}\" text-anchor=\"end\">{power:#,0.##}</text>");
        }

        foreach (var (engine, number) in rows.Select(row => row.Engine).Distinct().Order(StringComparer.Ordinal).Select((engine, number) => (engine, number)))
        {
            var colour = Colours[number % Colours.Length];
            var points = rows.Where(row => row.Engine == engine).Select(row => (X: across.At(row.Documents), Y: up.At(row.Figures[field]), Figure: row.Figures[field])).ToList();
            svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke-width=\"2\" stroke=\"{colour}\" points=\"{string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.0},{point.Y:0.0}")))}\"/>");
            foreach (var (x, y, figure) in points)
            {
                svg.AppendLine(CultureInfo.InvariantCulture, $"<circle cx=\"{x:0.0}\" cy=\"{y:0.0}\" r=\"3\" fill=\"{colour}\"><title>{engine}: {figure:0.##}</title></circle>");
                svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{x:0.0}\" y=\"{y + (number == 0 ? -7 : 15):0.0}\" text-anchor=\"middle\" fill=\"{colour}\">{figure:#,0.##}</text>");
            }

            svg.AppendLine(CultureInfo.InvariantCulture, $"<text x=\"{across.From + (number * 70)}\" y=\"{Height - 8}\" fill=\"{colour}\">{engine}</text>");
        }
    }

    private sealed record Row(string Engine, int Documents, Dictionary<string, double> Figures);

    private sealed class Axis(IEnumerable<double> values, double from, double to)
    {
        private readonly double least = Math.Floor(Math.Log10(values.Min()));
        private readonly double most = Math.Ceiling(Math.Log10(values.Max()) + 1e-9);

        public double From => from;

        public double To => to;

        public IEnumerable<double> Powers => Enumerable.Range((int)least, (int)(most - least) + 1).Select(power => Math.Pow(10, power));

        public double At(double value) => from + ((to - from) * (Math.Log10(value) - least) / Math.Max(1, most - least));
    }
}
