using System.Collections.Frozen;

namespace CstoBot.Conversations;

/// <summary>Tells Russian from English by their letters.</summary>
internal static class LanguageDetector
{
    private static readonly FrozenSet<string> QuestionWords = new[]
    {
        "what", "who", "when", "where", "why", "how", "which", "is", "are", "was", "were", "does", "do", "did", "has", "have", "can", "tell",
        "что", "кто", "когда", "где", "почему", "зачем", "как", "какой", "какая", "какие", "каков", "сколько", "расскажи", "расскажите",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The language most letters belong to; null when the text has none of either alphabet.</summary>
    public static Language? DetectOrNull(ReadOnlySpan<char> text)
    {
        var (cyrillic, latin) = (0, 0);
        foreach (var character in text)
        {
            if (character is >= '\u0400' and <= '\u04FF')
            {
                cyrillic++;
            }
            else if (char.IsAsciiLetter(character))
            {
                latin++;
            }
        }

        return cyrillic + latin == 0 ? null : cyrillic >= latin ? Language.Russian : Language.English;
    }

    /// <summary>The language to address a person in: that of what they wrote, else of their interface, else English.</summary>
    /// <param name="languageCode">IETF tag, as Telegram gives it; null when unknown.</param>
    public static Language Of(string text, string? languageCode) => OfQuestionOrNull(text) ?? OfInterface(languageCode);

    /// <summary>The language of a person's interface; English when it is unknown or another.</summary>
    public static Language OfInterface(string? languageCode) =>
        languageCode is not null && languageCode.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Language.Russian : Language.English;

    /// <summary>
    /// A question may name many things in the other language ("Что такое Collective Rapid Reaction Forces?"): where its
    /// first and its last word agree, or the first opens a question, it tells; else the letters do.
    /// </summary>
    private static Language? OfQuestionOrNull(string question)
    {
        var words = question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => DetectOrNull(word) is not null).ToList();
        if (words.Count == 0)
        {
            return null;
        }

        var first = DetectOrNull(words[0]);
        return first == DetectOrNull(words[^1]) || OpensQuestion(words[0]) ? first : DetectOrNull(question);
    }

    private static bool OpensQuestion(string word) => QuestionWords.Contains(word.ToLowerInvariant());
}
