using System.Globalization;
using CstoBot.Conversations;
using CstoBot.Ingestion;

namespace CstoBot.Telegram.Rendering;

/// <summary>What admins are told of the documents, one by one, and of files that they send; in each language. Texts are plain.</summary>
internal sealed partial record SourceTexts
{
    public required string LastRead { get; init; }

    public required string Version { get; init; }

    public required string CouldNotBeRead { get; init; }

    public required string LeftOut { get; init; }

    public required string NoSuchNumber { get; init; }

    public required string File { get; init; }

    public required string Title { get; init; }

    public required string Publisher { get; init; }

    public required string Published { get; init; }

    public required string Url { get; init; }

    public required string Language { get; init; }

    public required string NotKnown { get; init; }

    public required string Pages { get; init; }

    public required string Chunks { get; init; }

    public required string Sections { get; init; }

    public required string Error { get; init; }

    public required string Remove { get; init; }

    public required string NothingRemoved { get; init; }

    public required string HowToRemove { get; init; }

    public required string HowToShow { get; init; }

    public required string UnknownField { get; init; }

    public required string BadDate { get; init; }

    public required string BadUrl { get; init; }

    public required string BadLanguage { get; init; }

    public required string NothingToTakeBack { get; init; }

    public required string HowToUpload { get; init; }

    public required string WrongType { get; init; }

    public required string NotDownloaded { get; init; }

    public required string TookTooLong { get; init; }

    public required string Unreadable { get; init; }

    public required string DuplicateOf { get; init; }

    public required string ReplacesSame { get; init; }

    public required string Documents { get; init; }

    public required string Add { get; init; }

    public required string Discard { get; init; }

    public required string Discarded { get; init; }

    public required string LookAgain { get; init; }

    private string HowToCorrectFormat { get; init; } = "";

    private string RemoveQuestionFormat { get; init; } = "";

    private string TooLongFormat { get; init; } = "";

    private string TooLargeFormat { get; init; } = "";

    private IReadOnlyList<string> Places { get; init; } = [];

    private IReadOnlyList<string> Origins { get; init; } = [];

    public static SourceTexts For(Language language) => language == Conversations.Language.Russian ? Russian : English;

    public string HowToCorrect(int number) => Format(HowToCorrectFormat, number);

    /// <param name="title">From a document: may be anything.</param>
    public string RemoveQuestion(int number, string title) => Format(RemoveQuestionFormat, number, title);

    public string TooLong(int limit) => Format(TooLongFormat, limit);

    public string TooLarge(int megabytes) => Format(TooLargeFormat, megabytes);

    public string NameOf(DocumentOrigin place) => Places[(int)place];

    public string NameOf(MetadataOrigin origin) => Origins[(int)origin];

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}
