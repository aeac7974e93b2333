using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Verification;
using CstoBot.Verification.Statements;

namespace CstoBot.Composition;

/// <summary>The fixed phrases around quotes, in the user's language. They carry no facts of their own.</summary>
internal sealed class PhraseBook
{
    private static readonly string[] RussianMonths =
    [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря",
    ];

    private PhraseBook(Language language) => Language = language;

    public Language Language { get; }

    public static PhraseBook English { get; } = new(Language.English);

    public static PhraseBook Russian { get; } = new(Language.Russian);

    public string InterviewerAsked => IsRussian ? "Вопрос журналиста" : "The interviewer asked";

    /// <summary>Above a question of a text that names nobody who is interviewed.</summary>
    public string TextAsks => IsRussian ? "Вопрос в тексте" : "The text asks";

    /// <summary>Behind the last words of a text that ends in the middle of a sentence.</summary>
    public string BreaksOff => IsRussian ? " (источник здесь обрывается)" : " (the source breaks off here)";

    /// <summary>Behind some items of a list that goes on.</summary>
    public string PartOfList => IsRussian ? " (часть перечня, который в источнике длиннее)" : " (a part of a list that is longer in the source)";

    /// <summary>Before a quote that denies what the question takes for granted.</summary>
    public string Otherwise => IsRussian ? "В источниках сказано иное" : "The sources say otherwise";

    public string SourcesHeading => IsRussian ? "Источники" : "Sources";

    public string NearestHeading => IsRussian ? "Ближайшие документы" : "Nearest documents";

    private string Undated => IsRussian ? "без даты" : "undated";

    private bool IsRussian => Language == Language.Russian;

    public static PhraseBook For(Language language) => language == Language.Russian ? Russian : English;

    public string Verdict(bool isSo) => (IsRussian, isSo) switch
    {
        (true, true) => "Да",
        (true, false) => "Нет",
        (false, true) => "Yes",
        (false, false) => "No",
    };

    /// <summary>Said of the parts of a question that the documents do not answer, where they answer others. Only plain words are repeated to who wrote them.</summary>
    public string Unanswered(IEnumerable<string> parts)
    {
        var plain = parts.Where(StatementText.IsPlainSentence).ToList();
        if (plain.Count == 0)
        {
            return IsRussian ? "В моих источниках нет ответа на часть вопроса." : "My sources do not answer a part of the question.";
        }

        var quoted = string.Join(", ", plain.Select(Quotation.Show));
        return IsRussian ? $"В моих источниках нет ответа на часть вопроса: {quoted}." : $"My sources do not answer this part: {quoted}.";
    }

    /// <summary>Whether a lead only says where the quotes are from.</summary>
    public bool IsPlainLead(string lead) => lead == Lead(manyDocuments: true, otherLanguage: false) || lead == Lead(manyDocuments: false, otherLanguage: true);

    /// <summary>The phrase above quotes of several documents, or above quotes in another language than the question's; else null.</summary>
    public string? Lead(bool manyDocuments, bool otherLanguage) => (IsRussian, manyDocuments) switch
    {
        (true, true) => "В источниках сказано:",
        (false, true) => "The sources say:",
        (true, false) when otherLanguage => "В источнике сказано:",
        (false, false) when otherLanguage => "The source says:",
        _ => null,
    };

    /// <summary>Whose words these are and of when: "TASS, 24 June 2024".</summary>
    public string Attribution(SourceDocument document, Section section)
    {
        var who = document.Metadata.Publisher ?? section.Heading ?? $"“{section.Opening(document.Text)}”";
        return $"{who}, {Date(document.DateOf(section))}";
    }

    /// <summary>Who says "I" or "we" in a quote, with the date where there is one.</summary>
    public string Speaker(string speaker, DateOnly? published) => published is null ? speaker : $"{speaker}, {Date(published)}";

    /// <summary>Above an answer that a moderator approved or wrote.</summary>
    public string Checked(DateOnly date) => IsRussian ? $"✔ Проверено модератором {Date(date)}" : $"✔ Checked by a moderator on {Date(date)}";

    /// <summary>What a moderator says without a source.</summary>
    public string Note(string text) => IsRussian ? $"Примечание модератора: {text}" : $"Moderator's note: {text}";

    /// <summary>"24 June 2024", "24 июня 2024"; a missing date is said to be missing.</summary>
    public string Date(DateOnly? date) => date is not { } day ? Undated
        : IsRussian ? string.Create(CultureInfo.InvariantCulture, $"{day.Day} {RussianMonths[day.Month - 1]} {day.Year}")
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Said when the documents do not answer.</summary>
    /// <param name="documents">How many documents were searched.</param>
    public string Abstention(int documents) => IsRussian
        ? $"В моих источниках нет ответа на этот вопрос (просмотрено документов: {documents}). Гадать я не стану."
        : $"My sources do not answer this question ({(documents == 1 ? "1 document was" : $"{documents} documents were")} searched). I will not guess.";
}
