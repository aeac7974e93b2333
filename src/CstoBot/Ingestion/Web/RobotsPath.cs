using System.Globalization;
using System.Text;

namespace CstoBot.Ingestion.Web;

/// <summary>Paths as robots.txt compares them (RFC 9309, 2.2.2 and 2.2.3): octet by octet, escaped in one way, with <c>*</c> and <c>$</c> in rules.</summary>
internal static class RobotsPath
{
    /// <summary>Where the file itself is; always allowed.</summary>
    public const string Own = "/robots.txt";

    /// <summary>In a url <c>*</c> and <c>$</c> are themselves, so they are escaped: in a rule they are not.</summary>
    public static string OfUrl(string pathAndQuery) => Normalized(pathAndQuery)
        .Replace("*", "%2A", StringComparison.Ordinal)
        .Replace("$", "%24", StringComparison.Ordinal);

    public static string OfRule(string pattern)
    {
        var isWhole = pattern.EndsWith('$');
        return Normalized(isWhole ? pattern[..^1] : pattern).Replace("$", "%24", StringComparison.Ordinal) + (isWhole ? "$" : "");
    }

    /// <summary>In time that grows with the two lengths, whatever a rule consists of: each part between stars is looked for once, from the left.</summary>
    /// <param name="pattern">As <see cref="OfRule"/> gives it.</param>
    /// <param name="path">As <see cref="OfUrl"/> gives it.</param>
    public static bool Matches(string pattern, string path)
    {
        var isWhole = pattern.EndsWith('$');
        var parts = (isWhole ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        if (parts.Length == 1)
        {
            return !isWhole || path.Length == parts[0].Length;
        }

        var place = parts[0].Length;
        foreach (var part in isWhole ? parts[1..^1] : parts[1..])
        {
            var found = path.IndexOf(part, place, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            place = found + part.Length;
        }

        return !isWhole || (path.Length - parts[^1].Length >= place && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    /// <summary>Escapes what is not ASCII as UTF-8, takes the escapes off letters that need none, and writes the others in capitals.</summary>
    private static string Normalized(string path)
    {
        var octets = Encoding.UTF8.GetBytes(path);
        var normalized = new StringBuilder(octets.Length);
        for (var place = 0; place < octets.Length; place++)
        {
            if (EscapedOrNull(octets, place) is { } escaped)
            {
                _ = IsUnreserved(escaped) ? normalized.Append((char)escaped) : Escape(normalized, escaped);
                place += 2;
            }
            else
            {
                _ = octets[place] is > 0x20 and < 0x7F ? normalized.Append((char)octets[place]) : Escape(normalized, octets[place]);
            }
        }

        return normalized.ToString();
    }

    private static byte? EscapedOrNull(byte[] octets, int place) =>
        octets[place] == '%' && place + 2 < octets.Length
        && byte.TryParse(octets.AsSpan(place + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var escaped)
            ? escaped
            : null;

    private static bool IsUnreserved(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';

    private static StringBuilder Escape(StringBuilder text, byte octet) => text.Append('%').Append(octet.ToString("X2", CultureInfo.InvariantCulture));
}
