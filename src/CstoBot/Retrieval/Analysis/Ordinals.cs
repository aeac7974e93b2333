namespace CstoBot.Retrieval.Analysis;

/// <summary>"80" and "80th" are one number; Russian writes the ending apart ("80-летие", "3-го"), which word breaks leave out.</summary>
internal static class Ordinals
{
    private static readonly string[] Endings = ["st", "nd", "rd", "th"];

    /// <summary>The other way to write a number, for a folded one; null for what is neither a whole number nor an ordinal.</summary>
    public static string? OtherOrNull(string number)
    {
        var digits = number.TakeWhile(char.IsAsciiDigit).Count();
        return digits == 0 ? null
            : digits == number.Length ? number + Ending(number)
            : Endings.Contains(number[digits..]) ? number[..digits]
            : null;
    }

    private static string Ending(string digits) => (digits.Length > 1 && digits[^2] == '1', digits[^1]) switch
    {
        (false, '1') => "st",
        (false, '2') => "nd",
        (false, '3') => "rd",
        _ => "th",
    };
}
