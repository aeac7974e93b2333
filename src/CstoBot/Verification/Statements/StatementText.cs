using System.Text.RegularExpressions;
using CstoBot.Ingestion;

namespace CstoBot.Verification.Statements;

/// <summary>A model's sentence, fit to be shown: plain words and marks. Markers, links, mentions, commands and markup are the program's own.</summary>
internal static partial class StatementText
{
    private const int MaxLength = 700;

    /// <summary>Whether it holds only letters, digits and marks of prose, and nothing that Telegram makes a link, a mention or a command of.</summary>
    public static bool IsPlainSentence(string text) => IsPlain().IsMatch(text) && !Unwanted().IsMatch(text);

    /// <summary>On one line, with its full stop; null where it says nothing or too much.</summary>
    public static string? CleanOrNull(string text)
    {
        if (text.Length > 2 * MaxLength)
        {
            return null;
        }

        var plain = Whitespace.Collapse(Markers().Replace(text, string.Empty));
        if (plain.Length is 0 or > MaxLength)
        {
            return null;
        }

        plain = char.ToUpperInvariant(plain[0]) + plain[1..];
        return plain[^1] is '.' or '!' or '?' or '…' || EndsInMark().IsMatch(plain) ? plain : plain.TrimEnd(',', ';', ':', ' ', '-', '–', '—') + ".";
    }

    /// <summary>The statement without what the model may have put in place of the program's markers: <c>[1]</c>, <c>[1, 2]</c>.</summary>
    [GeneratedRegex(@"\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\](?=\s*[.!?…]?\s*(?:\[|$))", RegexOptions.CultureInvariant)]
    private static partial Regex Markers();

    [GeneratedRegex(@"\A[\p{L}\p{Nd} .,;:!?'’‘""“”„«»()%‰№+&/°§€$£₽‐‑–—…-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex IsPlain();

    // A slash that opens a command, and whatever looks like an address.
    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])/|/(?![\p{L}\p{Nd}])|\w/\w*/|\p{L}{2,}\.\p{L}{2,}|://|\b\d{1,3}(?:\.\d{1,3}){3}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"[.!?…][""”»’')]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsInMark();
}
