using System.Globalization;
using CstoBot.Ingestion;

namespace CstoBot.Telegram.Rendering;

/// <summary>Names, in a button, the state of the corpus in which the numbers of its documents were counted.</summary>
internal static class ListEdition
{
    private const int Length = 12;

    public static string Of(Corpus corpus) => string.Create(
        CultureInfo.InvariantCulture, $"{corpus.Number}.{new string([.. corpus.Version.Where(char.IsAsciiLetterOrDigit).Take(Length)])}");
}
