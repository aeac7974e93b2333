using System.Collections.Frozen;

namespace CstoBot.Ingestion.Formats.Pdf;

/// <summary>Letters whose accent is printed as a sign of its own, as old fonts have them. The program runs without the tables of the system's that would compose them.</summary>
internal static class Accents
{
    private static readonly FrozenDictionary<(char Accent, char Letter), char> Composed = new (char Accent, string Letters, string Composed)[]
    {
        ('´', "aeiouyAEIOUYcnszCNSZ", "áéíóúýÁÉÍÓÚÝćńśźĆŃŚŹ"),
        ('`', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
        ('¨', "aeiouyAEIOUеЕіІ", "äëïöüÿÄËÏÖÜёЁїЇ"),
        ('ˆ', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
        ('˜', "anoANO", "ãñõÃÑÕ"),
        ('ˇ', "cdenrszCDENRSZ", "čďěňřšžČĎĚŇŘŠŽ"),
        ('˘', "agAGиИуУ", "ăğĂĞйЙўЎ"),
        ('˙', "zZI", "żŻİ"),
        ('˝', "ouOU", "őűŐŰ"),
        ('˚', "auAU", "åůÅŮ"),
        ('¸', "csCS", "çşÇŞ"),
        ('˛', "aeAE", "ąęĄĘ"),
    }.SelectMany(line => line.Letters.Zip(line.Composed, (letter, composed) => ((line.Accent, letter), composed))).ToFrozenDictionary(pair => pair.Item1, pair => pair.composed);

    private static readonly FrozenSet<char> All = Composed.Keys.Select(key => key.Accent).ToFrozenSet();

    public static bool IsAccent(string text) => text.Length == 1 && All.Contains(text[0]);

    /// <summary>Null where no language writes the two together.</summary>
    public static string? ComposedOrNull(string accent, string letter) =>
        letter.Length == 1 && Composed.TryGetValue((accent[0], letter[0]), out var composed) ? composed.ToString() : null;
}
