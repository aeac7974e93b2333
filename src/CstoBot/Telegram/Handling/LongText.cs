using System.Text.RegularExpressions;

namespace CstoBot.Telegram.Handling;

/// <summary>People paste whole articles: then what they ask is what ends with a question mark.</summary>
internal static partial class LongText
{
    /// <summary>A question that is longer is none: in UTF-16 units, some ten sentences.</summary>
    public const int MaxQuestion = 1_000;

    private const int MaxSentences = 3;

    /// <summary>The text itself, or the last questions in it when it is too long; null when there is none.</summary>
    public static string? QuestionOrNull(string text)
    {
        if (text.Length <= MaxQuestion)
        {
            return text;
        }

        var questions = Question().Matches(text).TakeLast(MaxSentences).Select(match => match.Value.Trim()).ToList();
        while (questions.Sum(question => question.Length + 1) > MaxQuestion)
        {
            questions.RemoveAt(0);
        }

        return questions.Count == 0 ? null : string.Join(' ', questions);
    }

    /// <summary>As much of a text as helps to understand a question about it: its beginning, up to a word's end.</summary>
    public static string Beginning(string text)
    {
        if (text.Length <= MaxQuestion)
        {
            return text;
        }

        var end = text.LastIndexOf(' ', MaxQuestion);
        return text[..(end > 0 ? end : char.IsHighSurrogate(text[MaxQuestion - 1]) ? MaxQuestion - 1 : MaxQuestion)];
    }

    [GeneratedRegex(@"[^.!?…\n]*\w[^.!?…\n]*\?+", RegexOptions.CultureInvariant)]
    private static partial Regex Question();
}
