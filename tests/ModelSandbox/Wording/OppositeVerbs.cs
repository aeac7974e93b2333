using System.Text.RegularExpressions;

namespace ModelSandbox.Wording;

/// <summary>Verbs with one that says the opposite, or what cannot be so at the same time.</summary>
internal static class OppositeVerbs
{
    private static readonly IReadOnlyDictionary<string, string> English = new Dictionary<string, string>
    {
        ["increased"] = "decreased", ["decreased"] = "increased", ["approved"] = "rejected", ["rejected"] = "approved", ["supported"] = "opposed",
        ["opposed"] = "supported", ["joined"] = "left", ["left"] = "joined", ["began"] = "ended", ["started"] = "ended", ["ended"] = "began",
        ["accepted"] = "refused", ["opened"] = "closed", ["closed"] = "opened", ["condemned"] = "praised", ["praised"] = "condemned",
        ["confirmed"] = "denied", ["denied"] = "confirmed", ["won"] = "lost", ["lost"] = "won", ["strengthened"] = "weakened",
        ["adopted"] = "rejected", ["expanded"] = "reduced", ["reduced"] = "expanded", ["suspended"] = "resumed", ["resumed"] = "suspended",
        ["signed"] = "annulled", ["said"] = "denied", ["stated"] = "denied", ["noted"] = "denied", ["announced"] = "concealed",
        ["stressed"] = "denied", ["emphasized"] = "denied", ["told"] = "lied to", ["held"] = "cancelled", ["created"] = "dissolved",
        ["established"] = "abolished", ["founded"] = "dissolved", ["ratified"] = "rejected", ["elected"] = "dismissed", ["appointed"] = "dismissed",
        ["participated"] = "refused to participate", ["attended"] = "boycotted", ["arrived"] = "departed", ["rose"] = "fell", ["fell"] = "rose",
        ["includes"] = "excludes", ["opens"] = "closes",
    };

    /// <summary>Beginnings before the past tense's "л" and what follows it.</summary>
    private static readonly IReadOnlyDictionary<string, string> Russian = new Dictionary<string, string>
    {
        ["увеличи"] = "сократи", ["сократи"] = "увеличи", ["поддержа"] = "осуди", ["осуди"] = "поддержа", ["нача"] = "заверши",
        ["заверши"] = "нача", ["одобри"] = "отклони", ["отклони"] = "одобри", ["откры"] = "закры", ["закры"] = "откры",
        ["подтверди"] = "отрица", ["усили"] = "ослаби", ["расшири"] = "сузи", ["заяви"] = "отрица", ["сообщи"] = "скры",
        ["отмети"] = "отрица", ["подчеркну"] = "отрица", ["прове"] = "отмени", ["подписа"] = "отклони", ["приня"] = "отклони",
        ["созда"] = "распусти", ["основа"] = "распусти", ["назначи"] = "уволи", ["избра"] = "уволи", ["прибы"] = "уеха", ["утверди"] = "отклони",
    };

    /// <summary>The sentence with its first such verb replaced; null where it has none.</summary>
    public static string? ReplacedOrNull(string sentence) =>
        Words.IsRussian(sentence) ? Replaced(sentence, Russian, "(?=л(?:а|о|и)?\\b)") : Replaced(sentence, English, "\\b");

    private static string? Replaced(string sentence, IReadOnlyDictionary<string, string> verbs, string end)
    {
        var match = Regex.Match(sentence, $@"\b(?:{string.Join('|', verbs.Keys)}){end}");
        return match.Success ? sentence[..match.Index] + verbs[match.Value] + sentence[(match.Index + match.Length)..] : null;
    }
}
