using System.Collections.Frozen;

namespace CstoBot.LanguageModels;

/// <summary>
/// Small letters without their accents, as uncased BERT models read them: what Unicode decomposes loses its marks, so й is и and ё is е.
/// The letters of Europe's languages; the runtime itself decomposes nothing when it runs without cultures.
/// </summary>
internal static class AccentFolding
{
    private static readonly FrozenDictionary<char, char> Plain = new (char Plain, string Accented)[]
    {
        ('a', "àáâãäåāăąǎ"), ('c', "çćĉċč"), ('d', "ď"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģǧ"), ('h', "ĥ"), ('i', "ìíîïĩīĭįǐ"), ('j', "ĵ"),
        ('k', "ķǩ"), ('l', "ĺļľ"), ('n', "ñńņňǹ"), ('o', "òóôõöōŏőơǒ"), ('r', "ŕŗř"), ('s', "śŝşšș"), ('t', "ţťț"), ('u', "ùúûüũūŭůűųưǔ"),
        ('w', "ŵ"), ('y', "ýÿŷ"), ('z', "źżž"), ('и', "йѝ"), ('е', "ёѐ"), ('і', "ї"), ('у', "ў"), ('г', "ѓ"), ('к', "ќ"),
        ('α', "ά"), ('ε', "έ"), ('η', "ή"), ('ι', "ίϊΐ"), ('ο', "ό"), ('υ', "ύϋΰ"), ('ω', "ώ"),
    }.SelectMany(row => row.Accented.Select(accented => (accented, row.Plain))).ToFrozenDictionary(pair => pair.accented, pair => pair.Plain);

    public static string Fold(string text) => string.Concat(text
        .Where(character => character is < '\u0300' or > '\u036F')
        .Select(char.ToLowerInvariant)
        .Select(character => Plain.GetValueOrDefault(character, character)));
}
