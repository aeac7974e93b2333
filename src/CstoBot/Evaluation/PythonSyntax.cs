using System.Text;

namespace CstoBot.Evaluation;

/// <summary>Writes a regular expression of Python's <c>re</c> as .NET means it; what both write alike is left as it is.</summary>
internal static class PythonSyntax
{
    public static string ToDotNet(string pattern)
    {
        var result = new StringBuilder(pattern.Length);
        for (var index = 0; index < pattern.Length;)
        {
            index += pattern[index] switch
            {
                '\\' => Escape(pattern, index, result),
                '[' => Class(pattern, index, result),
                '(' => Group(pattern, index, result),
                '{' when pattern.AsSpan(index).StartsWith("{,") => Replace("{,", "{0,", result),
                var other => Replace([other], [other], result),
            };
        }

        return result.ToString();
    }

    private static int Escape(string pattern, int index, StringBuilder result)
    {
        var escaped = pattern.AsSpan(index, Math.Min(2, pattern.Length - index));
        return escaped switch
        {
            // Python's \Z is the very end, .NET's may stand before a last line break.
            @"\Z" => Replace(escaped, @"\z", result),

            // Python lets any other character than an ASCII letter or digit be escaped, .NET no character of a word.
            [_, '_' or > '\u007F'] => Replace(escaped, escaped[1..], result),
            _ => Replace(escaped, escaped, result),
        };
    }

    // "[" inside of a class is a plain character to Python; to .NET it may begin a subtraction.
    private static int Class(string pattern, int start, StringBuilder result)
    {
        var index = start + Copy(pattern.AsSpan(start).StartsWith("[^") ? "[^" : "[", result);
        if (index < pattern.Length && pattern[index] == ']')
        {
            index += Replace("]", @"\]", result);
        }

        while (index < pattern.Length && pattern[index] != ']')
        {
            index += pattern[index] switch
            {
                '\\' => Escape(pattern, index, result),
                '[' => Replace("[", @"\[", result),
                var other => Replace([other], [other], result),
            };
        }

        return index - start;
    }

    private static int Group(string pattern, int index, StringBuilder result)
    {
        var rest = pattern.AsSpan(index);
        if (rest.StartsWith("(?P="))
        {
            var end = rest.IndexOf(')');
            return end < 0 ? Copy("(?P=", result) : Replace(rest[..(end + 1)], $@"\k<{rest[4..end]}>", result);
        }

        return rest.StartsWith("(?P<") ? Replace("(?P<", "(?<", result) : Copy("(", result);
    }

    private static int Copy(ReadOnlySpan<char> text, StringBuilder result) => Replace(text, text, result);

    /// <summary>How many characters of the pattern have been dealt with.</summary>
    private static int Replace(ReadOnlySpan<char> python, ReadOnlySpan<char> dotNet, StringBuilder result)
    {
        result.Append(dotNet);
        return python.Length;
    }
}
