using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>Everything the bot says by itself, in each language it speaks. Texts are plain; an empty line parts paragraphs.</summary>
internal sealed partial record BotTexts
{
    public required string Start { get; init; }

    /// <summary>A format: the bot's name, without the @.</summary>
    public required string Help { get; init; }

    public required string AskSomething { get; init; }

    public required string UnknownCommand { get; init; }

    public required string OnlyTextIsRead { get; init; }

    public required string SourcesHeading { get; init; }

    public required string NoSources { get; init; }

    public required string PromptsReloaded { get; init; }

    public required string PromptsFailed { get; init; }

    public required string NearestDocuments { get; init; }

    /// <summary>Above what the manifest concludes of a document and the document does not say.</summary>
    public required string Inferred { get; init; }

    public required string Original { get; init; }

    public required string Close { get; init; }

    public required string ThanksForVote { get; init; }

    public required string ButtonExpired { get; init; }

    public required string SomethingFailed { get; init; }

    /// <summary>Two formats: the limit and the wait, as <see cref="Wait"/> writes it.</summary>
    public required string TooManyPerMinute { get; init; }

    public required string TooManyPerDay { get; init; }

    public required string Seconds { get; init; }

    public required string Minutes { get; init; }

    public required string Hours { get; init; }

    public required string InEnglish { get; init; }

    public required string InRussian { get; init; }

    public required string PreviousPassage { get; init; }

    public required string NextPassage { get; init; }

    public required string BackToQuote { get; init; }

    /// <summary>Said instead of turning to a passage that may be another one by now.</summary>
    public required string DocumentChanged { get; init; }

    /// <summary>Beside a passage that the document does not hold any more.</summary>
    public required string EarlierVersion { get; init; }

    public required string MoreDetail { get; init; }

    /// <summary>Above what is shown then; a format: the question.</summary>
    public required string MoreOn { get; init; }

    public required string NothingMore { get; init; }

    public required string WhyNotGood { get; init; }

    public required string ReasonWrong { get; init; }

    public required string ReasonOutdated { get; init; }

    public required string ReasonIncomplete { get; init; }

    public required string ReasonNotAsked { get; init; }

    public required string NoReason { get; init; }

    public required string StopWriting { get; init; }

    /// <summary>Said to somebody else who wants to stop it.</summary>
    public required string OnlyAskerStops { get; init; }

    private string PageFormat { get; init; } = "";

    public static BotTexts For(Language language) => language == Language.Russian ? Russian : English;

    public string NameOf(Language language) => language == Language.Russian ? InRussian : InEnglish;

    /// <param name="pages">One, or several with commas.</param>
    public string Page(string pages) => PageFormat.Replace("{0}", pages, StringComparison.Ordinal);

    /// <summary>"40 s", "3 min", "2 h 5 min": rounded up, so that trying again then succeeds.</summary>
    public string Wait(TimeSpan wait)
    {
        var seconds = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds));
        if (seconds < 60)
        {
            return $"{seconds} {Seconds}";
        }

        var minutes = (seconds + 59) / 60;
        return minutes < 60
            ? $"{minutes} {Minutes}"
            : minutes % 60 == 0 ? $"{minutes / 60} {Hours}" : $"{minutes / 60} {Hours} {minutes % 60} {Minutes}";
    }
}
