using System.Collections.Concurrent;
using System.Diagnostics;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Benchmarks.Streaming;

/// <summary>Writes as a language model does: a statement now and then. Remembers when it told the first one and when it was done, by question.</summary>
internal sealed class SlowAnswerer : IAnswerer
{
    public const int Statements = 8;

    private readonly Random random = new(1);
    private readonly Lock gate = new();

    public ConcurrentDictionary<string, long> FirstTold { get; } = new();

    public ConcurrentDictionary<string, long> Done { get; } = new();

    /// <summary>How the answer to a question ends, before its sources.</summary>
    public static string LastStatement(string question) => $"{question}: statement {Statements} of {Statements}, of the length that a statement usually has.";

    public async Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken)
    {
        for (var told = 1; told <= Statements; told++)
        {
            await Task.Delay(Pause(), TimeProvider.System, cancellationToken);
            FirstTold.TryAdd(conversation.Question, Stopwatch.GetTimestamp());
            listener?.SoFar.Report(Answer(conversation.Question, told));
        }

        Done[conversation.Question] = Stopwatch.GetTimestamp();
        return new AnswerOutcome.Answered(Answer(conversation.Question, Statements));
    }

    public Task<AnswerOutcome> QuoteAsync(Conversation conversation, CancellationToken cancellationToken) =>
        Task.FromResult<AnswerOutcome>(new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", []));

    private TimeSpan Pause()
    {
        lock (gate)
        {
            return TimeSpan.FromMilliseconds(random.Next(300, 1_500));
        }
    }

    private static Answer Answer(string question, int count)
    {
        var texts = Enumerable.Range(1, count).Select(number => $"{question}: statement {number} of {Statements}, of the length that a statement usually has.").ToList();
        return new Answer(
            Language.English,
            Lead: null,
            [.. texts.Select((text, index) => new Statement(text, [index + 1]))],
            [.. texts.Select((text, index) => new Citation(index + 1, "report.txt", "A report", "TASS", new DateOnly(2024, 6, 24), null, text, 0, text.Length, new QuotedPassage("", text, "")))],
            Confidence: 0.9,
            Composer: "scripted",
            CorpusVersion: "v1");
    }
}
