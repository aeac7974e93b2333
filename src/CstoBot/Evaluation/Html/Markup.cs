using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;

namespace CstoBot.Evaluation.Html;

/// <summary>HTML that is safe to send to a browser. What is put into it by interpolation is escaped, unless it is markup itself.</summary>
internal readonly record struct Markup
{
    private readonly string? text;

    private Markup(string text) => this.text = text;

    public static Markup Empty => default;

    public static Markup Of(MarkupWriter content) => new(content.Written);

    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts));

    /// <summary>A style sheet of the program's own.</summary>
    public static Markup OwnStyle(string css) => new(css);

    public override string ToString() => text ?? string.Empty;
}

/// <summary>Collects the parts of an interpolated <see cref="Markup"/>.</summary>
[InterpolatedStringHandler]
internal readonly struct MarkupWriter
{
    private readonly StringBuilder builder;

    public MarkupWriter(int literalLength, int formattedCount) => builder = new StringBuilder(literalLength + (16 * formattedCount));

    public string Written => builder.ToString();

    public void AppendLiteral(string markup) => builder.Append(markup);

    public void AppendFormatted(Markup markup) => builder.Append(markup);

    public void AppendFormatted(IEnumerable<Markup> markup) => builder.Append(Markup.Join(markup));

    public void AppendFormatted(string? data) => builder.Append(WebUtility.HtmlEncode(data));

    public void AppendFormatted(int number) => builder.Append(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(double number, string format) => builder.Append(number.ToString(format, CultureInfo.InvariantCulture));
}
