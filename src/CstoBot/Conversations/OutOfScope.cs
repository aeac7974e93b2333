using System.Text.RegularExpressions;

namespace CstoBot.Conversations;

/// <summary>Requests that are no question about the organization: secrets, instructions to the bot, other people's data, other tasks.</summary>
internal static partial class OutOfScope
{
    /// <summary>What to say; null when the text may be answered from the documents.</summary>
    public static string? ReplyOrNull(string text, Language language) =>
        Secrets().IsMatch(text) || Instructions().IsMatch(text) || PersonalData().IsMatch(text) || OtherTask().IsMatch(text)
            ? language == Language.Russian
                ? "С этим я не помогу: я отвечаю только на вопросы об организации, и только по её документам."
                : "I cannot help with that: I only answer questions about the organization, from its documents."
            : null;

    [GeneratedRegex(@"\b(?:system|hidden|initial) prompt\b|\byour (?:own )?(?:prompt|instructions|token|password|api key|secret|source code|settings)\b|\b(?:bot|api|access) (?:token|key)\b|системн\w+ промпт|тво\w+ (?:инструкци|токен|пароль|промпт|ключ|настройк)\w*|ваш\w* (?:инструкци|токен|пароль|промпт)\w*|токен бота", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Secrets();

    // Said to the bot: at the beginning of a clause. "Which state can act as a mediator?" is a question.
    [GeneratedRegex(@"\b(?<=(?:^|[.!?,;:\n])\W{0,8})(?:(?:please|now|and|then|just|so|ok|you (?:must|should|will|can)|can you|could you)\W{1,8}){0,4}(?:(?:ignore|forget|disregard|override) (?:all |any |the |your |of )*(?:previous|prior|above|earlier|instructions|rules)|pretend|act as|role-?play)\b|\byou are now\b|\b(?:ignore|forget|disregard|override) (?:all |any |the |your |of |my )*(?:previous |prior |above |earlier )*(?:instructions|prompts?)\b|(?:игнорируй|забудь|отмени)\w* (?:все |свои |предыдущие |прошлые )*(?:инструкци|правил|указани)\w*|\b(?:притворись|представь,? что ты|веди себя как)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instructions();

    // Of a person: an office's telephone number or what a passport costs is a fair question.
    [GeneratedRegex(@"\b(?:home address|mobile number|private (?:email|phone|number|address)|bank account|credit card)\b|(?:['’]s|\bhis|\bher|\btheir|\byour) (?:\w+ ){0,2}(?:phone(?: number)?|e-?mail(?: address)?|passport|address)\b|(?:домашн\w+ адрес|личн\w+ (?:телефон|номер|почт|адрес)\w*|паспортн\w+ данн\w+|номер карты)|\b(?:его|ее|её) (?:\w+ ){0,2}(?:телефон|паспорт|адрес|почт)\w*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PersonalData();

    [GeneratedRegex(@"^\W*(?:please |can you |could you |пожалуйста,? |можешь |можете )*(?:write|compose|draw|paint|sing|translate|rewrite|summari[sz]e this|(?:code|program|book|order|play)(?! (?:of|for|in|by)\b)|calculate|compute|solve|buy|generate|tell (?:me |us )?(?:a |another )?(?:joke|story|fairy)|напиши(?:те)?|сочини(?:те)?|нарисуй(?:те)?|спой(?:те)?|переведи(?:те)?|посчитай(?:те)?|вычисли(?:те)?|реши(?:те)?|закажи(?:те)?|купи(?:те)?|сыграй(?:те)?|сгенерируй(?:те)?|расскажи(?:те)? (?:мне )?(?:анекдот|сказк|шутк|историю))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherTask();
}
