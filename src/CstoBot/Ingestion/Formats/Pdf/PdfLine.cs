namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Words that stand side by side without a gap as wide as between columns. Places are in points from the lower left corner.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Size">Of most letters, in points.</param>
internal sealed record PdfFragment(int Page, string Text, int Words, double Left, double Right, double Baseline, double Size, bool Bold);

/// <summary>One line of a column, in reading order.</summary>
/// <param name="Column">Tells the columns of a document apart; lines of one follow one another.</param>
/// <param name="IsRow">Its words stand in cells: a row of a table, or names below a letter.</param>
internal sealed record PdfLine(int Page, int Column, string Text, double Left, double Right, double Baseline, double Size, bool Bold, bool IsRow);
