namespace CstoBot.Retrieval.Analysis;

/// <summary>One word of a text, as retrieval sees it.</summary>
/// <param name="Exact">Lower case, ё as е, possessive and the dots of an abbreviation removed.</param>
/// <param name="Stem">The exact form without its English or Russian ending.</param>
/// <param name="Start">UTF-16 offset of the word in the analyzed text.</param>
/// <param name="End">Offset after its last character.</param>
internal readonly record struct Term(string Exact, string Stem, int Start, int End)
{
    public bool IsNumber => char.IsAsciiDigit(Exact[0]);
}
