namespace CstoBot.Evaluation.Html;

/// <summary>
/// Confidence against the share that was right: bars on the diagonal mean that confidence can be taken at its word
/// (Guo et al., "On Calibration of Modern Neural Networks", 2017).
/// </summary>
internal static class ReliabilityDiagram
{
    // In the units of the drawing; it scales to the width it is given.
    private const int Left = 34;
    private const int Top = 12;
    private const int Width = 320;
    private const int Height = 200;
    private const int BinWidth = Width / 10;

    public static Markup Render(Calibration calibration) => calibration.ExpectedErrorOrNull is not { } error
        ? Markup.Of($"<p>Nothing was answered.</p>")
        : Markup.Of($"""
            <figure>
            <svg class="reliability" viewBox="0 0 364 268" role="img" aria-label="Share of right answers by confidence; the table below has the numbers">
            {Enumerable.Range(0, 5).Select(step => Grid(step / 4.0))}
            {calibration.Bins.Select(Bin)}
            <text x="{Left + Width}" y="{Top + Height + 14}" text-anchor="middle">1</text>
            <line class="ideal" x1="{Left}" y1="{Top + Height}" x2="{Left + Width}" y2="{Top}"/>
            {calibration.Bins.Where(bin => bin.Count > 0).Select(Point)}
            <text class="title" x="{Left + (Width / 2)}" y="262" text-anchor="middle">confidence (below: number of answers)</text>
            </svg>
            <figcaption>Bars: the share right of the answers given with that confidence. Dashed: what it should be. Dots: the mean confidence, where the bar should end.
            Expected calibration error: <strong>{error:F3}</strong></figcaption>
            </figure>
            {Table(calibration)}
            """);

    private static Markup Grid(double share) => Markup.Of($"""
        <line class="grid" x1="{Left}" y1="{Y(share):F1}" x2="{Left + Width}" y2="{Y(share):F1}"/><text x="{Left - 5}" y="{Y(share) + 3.5:F1}" text-anchor="end">{share:0.##}</text>

        """);

    private static Markup Bin(CalibrationBin bin) => Markup.Of($"""
        <g><title>{bin.From:F1} to {bin.To:F1}: {bin.Count} answers, {bin.ShareRight:F3} right</title><rect class="right" x="{X(bin.From) + 2:F1}" y="{Y(bin.ShareRight):F1}" width="{BinWidth - 4}" height="{bin.ShareRight * Height:F1}"/><text x="{X(bin.From):F1}" y="{Top + Height + 14}" text-anchor="middle">{bin.From:0.#}</text><text class="count" x="{X(bin.From) + (BinWidth / 2):F1}" y="{Top + Height + 30}" text-anchor="middle">{(bin.Count > 0 ? $"{bin.Count}" : "")}</text></g>

        """);

    private static Markup Point(CalibrationBin bin) => Markup.Of($"""
        <circle class="mean" cx="{X(bin.MeanConfidence):F1}" cy="{Y(bin.MeanConfidence):F1}" r="4"><title>mean confidence {bin.MeanConfidence:F3}</title></circle>

        """);

    private static Markup Table(Calibration calibration) => Markup.Of($"""
        <table>
        <thead><tr><th scope="col">confidence</th><th scope="col">answers</th><th scope="col">mean</th><th scope="col">right</th></tr></thead>
        <tbody>
        {calibration.Bins.Where(bin => bin.Count > 0).Select(Row)}
        </tbody>
        </table>
        """);

    private static Markup Row(CalibrationBin bin) => Markup.Of($"""
        <tr><th scope="row">{bin.From:F1} to {bin.To:F1}</th><td>{bin.Count}</td><td>{bin.MeanConfidence:F3}</td><td>{bin.ShareRight:F3}</td></tr>

        """);

    private static double X(double confidence) => Left + (confidence * Width);

    private static double Y(double share) => Top + ((1 - share) * Height);
}
