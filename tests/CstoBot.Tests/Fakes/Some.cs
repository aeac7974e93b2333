using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Telegram.Handling;
using CstoBot.Verification;

namespace CstoBot.Tests.Fakes;

/// <summary>Valid values, so that a test states only what matters to it.</summary>
internal static class Some
{
    public static readonly DateTimeOffset Time = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Citation Citation(
        int number = 1,
        string source = "report.txt",
        string? title = "A report",
        string? publisher = "TASS",
        string? quote = null,
        Uri? url = null) => new(
            number,
            source,
            title,
            publisher,
            new DateOnly(2024, 6, 24),
            url,
            quote ?? "Six states are members.",
            10,
            (quote ?? "Six states are members.").Length,
            new QuotedPassage("Before it. ", quote ?? "Six states are members.", " After it."));

    public static Answer Answer(params string[] statements) => new(
        Language.English,
        Lead: null,
        [.. statements.Select((text, index) => new Statement(text, [index + 1]))],
        [.. statements.Select((text, index) => Citation(index + 1, quote: text))],
        Confidence: 0.9,
        Composer: "quotes",
        CorpusVersion: "v1");

    public static AnswerOutcome Answered(params string[] statements) => new AnswerOutcome.Answered(Answer(statements));

    public static GivenAnswer Given(long id, AnswerOutcome outcome) => new(
        id, new ConversationKey(5, 0, 9), QuestionMessageId: 33, "Who?", outcome, Parts: 1, TimeSpan.FromMilliseconds(1.5), Time);

    public static SourceDocument Document(string name, string? title, string? publisher = "TASS") => new(
        name,
        "Text.",
        "hash",
        new DocumentMetadata(title, publisher, new DateOnly(2024, 6, 24), Url: null, Language.English),
        [new Section(null, null, null, null, null, [new TextSpan(0, 5)])]);
}
