using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>The language to address a person in when there is no answer whose language decides.</summary>
internal static class InterfaceLanguage
{
    /// <summary>By the letters of what they wrote; without letters by their interface language.</summary>
    public static Language Of(string text, string? languageCode) => LanguageDetector.DetectOrNull(text) ?? Of(languageCode);

    public static Language Of(string? languageCode) =>
        languageCode is not null && languageCode.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? Language.Russian : Language.English;
}
