namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Brings the fragments of a page into the order in which they are read: down one column after another, what spans columns between them.</summary>
internal sealed class ReadingOrder
{
    // Fewer lines side by side are a table or a signature.
    private const int MinLines = 4;

    // Prose fills its column; cells of a table do not.
    private const int MinWords = 3;
    private const double MinFill = 0.6;
    private const int MaxColumns = 6;
    private const double CellGap = 2;

    private readonly List<PdfLine> lines = [];
    private int column;
    private double? lastGutter;

    public IReadOnlyList<PdfLine> Lines => lines;

    public void Add(IReadOnlyList<PdfFragment> page) => Add(page.OrderByDescending(fragment => fragment.Baseline).ToList(), 0);

    private void Add(List<PdfFragment> region, int depth)
    {
        if (region.Count == 0)
        {
            return;
        }

        var own = depth < MaxColumns ? GutterOrNull(region) : null;
        lastGutter = depth == 0 && own is not null ? own : lastGutter;
        if ((own ?? (depth == 0 ? LastGutterOrNull(region) : null)) is not { } gutter)
        {
            AddColumn(region);
            return;
        }

        var band = new List<PdfFragment>();
        var spanning = new List<PdfFragment>();
        foreach (var fragment in region)
        {
            if (fragment.Left < gutter && fragment.Right > gutter)
            {
                AddBand();
                spanning.Add(fragment);
            }
            else
            {
                // What stands beside a spanning fragment on its line belongs to it.
                if (spanning.Count > 0 && spanning[^1].Baseline - fragment.Baseline < 0.4 * fragment.Size)
                {
                    spanning.Add(fragment);
                    continue;
                }

                AddSpanning();
                band.Add(fragment);
            }
        }

        AddBand();
        AddSpanning();

        void AddBand()
        {
            Add(band.Where(fragment => fragment.Right <= gutter).ToList(), depth + 1);
            Add(band.Where(fragment => fragment.Right > gutter).ToList(), depth + 1);
            band.Clear();
        }

        void AddSpanning()
        {
            AddColumn(spanning);
            spanning.Clear();
        }
    }

    private void AddColumn(List<PdfFragment> fragments)
    {
        if (fragments.Count == 0)
        {
            return;
        }

        column++;
        var row = new List<PdfFragment>();
        foreach (var fragment in fragments)
        {
            if (row.Count > 0 && row[0].Baseline - fragment.Baseline > 0.4 * Math.Max(row[0].Size, fragment.Size))
            {
                AddLine(row);
                row.Clear();
            }

            row.Add(fragment);
        }

        AddLine(row);
    }

    private void AddLine(List<PdfFragment> row)
    {
        var fragments = row.OrderBy(fragment => fragment.Left).ToList();
        var main = fragments.MaxBy(fragment => fragment.Text.Length) ?? fragments[0];
        var text = string.Join(' ', fragments.Select(fragment => fragment.Text));
        if (text.Length > 0)
        {
            lines.Add(new PdfLine(main.Page, column, text, fragments[0].Left, fragments.Max(fragment => fragment.Right), main.Baseline, main.Size, fragments.All(fragment => fragment.Bold), IsRow(fragments)));
        }
    }

    /// <summary>Its cells stand further apart than words do in the widest line. What only a number or a bullet stands before is no row.</summary>
    private static bool IsRow(List<PdfFragment> fragments) =>
        fragments.Zip(fragments.Skip(1)).Skip(fragments[0].Text.Any(char.IsLetter) ? 0 : 1).Any(pair => pair.Second.Left - pair.First.Right > CellGap * pair.First.Size);

    /// <summary>A page with a few lines only has its columns where the one before it did.</summary>
    private double? LastGutterOrNull(List<PdfFragment> region)
    {
        var (before, behind) = (region.Where(fragment => fragment.Right <= lastGutter).ToList(), region.Where(fragment => fragment.Left >= lastGutter).ToList());
        return before.Count > 0 && behind.Count > 0 && 4 * (before.Count + behind.Count) >= 3 * region.Count && IsProse(before) && IsProse(behind) ? lastGutter : null;
    }

    /// <summary>The middle of the white between two columns of prose; null when there are none.</summary>
    private static double? GutterOrNull(List<PdfFragment> region)
    {
        var (left, right) = (region.Min(fragment => fragment.Left), region.Max(fragment => fragment.Right));
        double? from = null;
        double? to = null;
        var best = 0.0;
        for (var place = left + 0.12 * (right - left); place < right - 0.12 * (right - left); place += 2)
        {
            var (before, behind, across) = (0, 0, 0);
            foreach (var fragment in region)
            {
                before += fragment.Right <= place ? 1 : 0;
                behind += fragment.Left >= place ? 1 : 0;
                across += fragment.Left < place && fragment.Right > place ? 1 : 0;
            }

            var score = Math.Min(before, behind) - 0.5 * across;
            if (Math.Min(before, behind) >= Math.Max(MinLines, across / 4.0) && score > best)
            {
                (from, to, best) = (place, place, score);
            }
            else if (from is not null && score == best && place - to <= 2.5)
            {
                to = place;
            }
        }

        var gutter = (from + to) / 2;
        return gutter is { } middle && IsProse(region.Where(fragment => fragment.Right <= middle)) && IsProse(region.Where(fragment => fragment.Left >= middle)) ? middle : null;
    }

    /// <summary>Most of what is printed there stands in lines of several words that reach through the column; a table among them does not matter.</summary>
    private static bool IsProse(IEnumerable<PdfFragment> side)
    {
        var widths = side.Select(fragment => fragment.Right - fragment.Left).Order().ToList();
        var full = MinFill * widths[widths.Count * 9 / 10];
        return 2 * side.Where(fragment => fragment.Words >= MinWords && fragment.Right - fragment.Left >= full).Sum(fragment => fragment.Right - fragment.Left) >= widths.Sum();
    }
}
