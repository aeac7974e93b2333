using System.Text.RegularExpressions;

namespace CstoBot.Evaluation;

/// <summary>A regular expression of a question file, in the syntax of Python's <c>re</c>; case does not matter, nor does ё or е.</summary>
internal sealed class GoldPattern
{
    /// <summary>A pattern that needs longer on one answer is a mistake in the question file.</summary>
    public static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private readonly Regex regex;

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    public GoldPattern(string pattern) => regex = new Regex(
        PythonSyntax.ToDotNet(pattern.Replace('ё', 'е').Replace('Ё', 'Е')), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeLimit);

    /// <summary>As .NET was given it.</summary>
    public string Text => regex.ToString();

    /// <exception cref="RegexMatchTimeoutException">It took longer than <see cref="TimeLimit"/>.</exception>
    public bool IsIn(string foldedText) => regex.IsMatch(foldedText);
}
