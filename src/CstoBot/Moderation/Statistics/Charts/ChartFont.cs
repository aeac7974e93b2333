using ScottPlot;
using SkiaSharp;

namespace CstoBot.Moderation.Statistics.Charts;

/// <summary>The letters of charts, Latin and Cyrillic: those of the program itself, for a server need not have any.</summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "DejaVu Sans";

    private const string Resource = "CstoBot.Moderation.Statistics.Charts.DejaVuSans.ttf";

    private static readonly Lazy<SKTypeface> Letters = new(Read);

    static ChartFont() => Fonts.FontResolvers.Insert(0, new ChartFont());

    private ChartFont()
    {
    }

    /// <summary>Of a plot that is about to be drawn.</summary>
    public static void Use(Plot plot) => plot.Font.Set(Name);

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) => fontName == Name ? Letters.Value : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Letters.Value : null;

    private static SKTypeface Read()
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is missing.");
        return SKTypeface.FromStream(stream);
    }
}
