namespace CstoBot.Conversations;

/// <summary>Tells Russian from English by their letters.</summary>
internal static class LanguageDetector
{
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

    /// <summary>The language to answer in: the question's own, else the user's, else English.</summary>
    public static Language Of(Conversation conversation) =>
        DetectOrNull(conversation.Question)
        ?? (conversation.LanguageCode is { } code && code.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Language.Russian : Language.English);
}
