using System.Globalization;
using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>What the commands, the settings of a chat and the inline mode say, in each language. Texts are plain; an empty line parts paragraphs.</summary>
internal sealed partial record CommandTexts
{
    public required string YouAsk { get; init; }

    public required string LinkExpired { get; init; }

    public required string NoSuchDocument { get; init; }

    public required string Headings { get; init; }

    public required string Beginning { get; init; }

    public required string ReadHere { get; init; }

    public required string TooLong { get; init; }

    public required string LanguageQuestion { get; init; }

    public required string SettingsHeading { get; init; }

    public required string LanguageIs { get; init; }

    public required string LanguageAutomatic { get; init; }

    public required string AnswersAre { get; init; }

    public required string AnswersHere { get; init; }

    public required string AnswersInPrivate { get; init; }

    public required string Saved { get; init; }

    public required string OnlyChatAdmins { get; init; }

    public required string ReadInPrivate { get; init; }

    public required string ReadInPrivateButton { get; init; }

    public required string OnlyInPrivate { get; init; }

    public required string OpenPrivateButton { get; init; }

    public required string ForgetButton { get; init; }

    public required string KeepButton { get; init; }

    public required string NothingForgotten { get; init; }

    public required string NothingStored { get; init; }

    public required string EmbeddingsNotice { get; init; }

    public required string InlineHint { get; init; }

    public required string InlineNothing { get; init; }

    public required string InlineAnswer { get; init; }

    public required string InlineAskButton { get; init; }

    public required string PrivacyModeHelp { get; init; }

    /// <summary>The menu of commands in a private chat; groups have <see cref="GroupMenu"/>.</summary>
    public required IReadOnlyList<MenuEntry> PrivateMenu { get; init; }

    public required IReadOnlyList<MenuEntry> GroupMenu { get; init; }

    /// <summary>What moderators have besides.</summary>
    public required IReadOnlyList<MenuEntry> ModeratorMenu { get; init; }

    /// <summary>What admins have besides.</summary>
    public required IReadOnlyList<MenuEntry> AdminMenu { get; init; }

    public required StatusWords Status { get; init; }

    /// <summary>The bot's name, without the @.</summary>
    private string GreetGroupFormat { get; init; } = "";

    private string HelpInGroupFormat { get; init; } = "";

    private string PrivacyFormat { get; init; } = "";

    private string ForgetQuestionFormat { get; init; } = "";

    private string ForgottenFormat { get; init; } = "";

    public static CommandTexts For(Language language) => language == Language.Russian ? Russian : English;

    public string GreetGroup(string bot) => Format(GreetGroupFormat, bot);

    public string HelpInGroup(string bot) => Format(HelpInGroupFormat, bot);

    /// <param name="days">How long questions are kept.</param>
    public string Privacy(int days) => Format(PrivacyFormat, days);

    public string ForgetQuestion(int questions, int votes, int messages) => Format(ForgetQuestionFormat, questions, votes, messages);

    public string Forgotten(int questions, int votes, int messages) => Format(ForgottenFormat, questions, votes, messages);

    private static string Format(string format, params object[] values) => string.Format(CultureInfo.InvariantCulture, format, values);
}

/// <param name="Command">Without the slash.</param>
internal sealed record MenuEntry(string Command, string Description);

/// <summary>The words of /status.</summary>
internal sealed record StatusWords(
    string Version, string Uptime, string Inbox, string Outbox, string Answers, string Documents, string Storage,
    string Pending, string Parked, string Open, string GivenUp, string MarkupRefused, string Answered, string NotAnswered, string CorpusVersion, string Unreadable, string Days, string Megabytes, string Gigabytes,
    string Model, string TokensToday, string Cost, string ModelPaused, string ModelAnswers, string QuotedInstead, string StatementsShown, string StatementsRefused,
    string LastHour, string Questions, string PerMinute, string Number, string Database, string CorpusDatabase, string Index, string Free, string BuiltWith);
