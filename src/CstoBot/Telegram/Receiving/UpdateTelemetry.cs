using System.Diagnostics;
using System.Diagnostics.Metrics;
using CstoBot.Answering;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Receiving;

/// <summary>Counts questions and answers, and traces an update from its receipt to what is stored of it.</summary>
internal static class UpdateTelemetry
{
    private const string Kind = "cstobot.update.kind";
    private const string ChatType = "cstobot.chat.type";

    private static readonly Counter<long> Questions = Instruments.Count("cstobot.questions", "{question}", "Questions that were dealt with.");

    private static readonly Counter<long> Answers = Instruments.Count("cstobot.answers", "{answer}", "What became of questions.");

    private static readonly Histogram<double> Waits =
        Instruments.Seconds("cstobot.answer.duration", "From taking up a question to having its answer.");

    private static readonly Histogram<double> Updates =
        Instruments.Seconds("cstobot.update.duration", "From taking up an update to having stored what comes of it.");

    /// <summary>Notes that an update has come in and is stored.</summary>
    /// <returns>What its handling is traced under.</returns>
    public static ActivityContext Received(UpdateKey key, DateTimeOffset since)
    {
        using var activity = Instruments.BeginTrace("receive update", ActivityKind.Consumer, since: since);
        activity?.SetTag("cstobot.update.id", key.UpdateId);
        return activity?.Context ?? default;
    }

    /// <summary>To be disposed of when the update is done with.</summary>
    /// <returns>Null when nobody wants to know.</returns>
    public static IDisposable? Begin(ReadUpdate update, Incoming incoming) =>
        Updates.Enabled || Instruments.AreTracesWanted ? new Handled(update, incoming) : null;

    /// <summary>Counts what came of an update, once it is stored.</summary>
    public static void Done(Incoming incoming, Effects effects)
    {
        if (!Questions.Enabled)
        {
            return;
        }

        foreach (var given in effects.Changes.OfType<Change.AnswerGiven>().Select(change => change.Answer))
        {
            if (given.CaseId is null)
            {
                Count(incoming, QuestionKind(incoming, given));
                Waits.Record(given.Elapsed.TotalSeconds, StatusOf(given.Outcome), ComposerOf(given.Outcome));
            }

            Answers.Add(1, StatusOf(given.Outcome), ComposerOf(given.Outcome));
        }
    }

    /// <summary>Counts what was offered to somebody who types after the bot's name; nothing of it is stored.</summary>
    public static void Offered(Incoming.InlineQuery query, AnswerOutcome outcome)
    {
        if (Questions.Enabled)
        {
            Count(query, "inline");
            Answers.Add(1, StatusOf(outcome), ComposerOf(outcome));
        }
    }

    private static void Count(Incoming incoming, string kind) =>
        Questions.Add(1, new("cstobot.question.kind", kind), new(ChatType, ChatTypeOf(incoming)));

    private static string QuestionKind(Incoming incoming, GivenAnswer given) =>
        incoming is Incoming.Question { IsEdited: true } ? "edited" : Instruments.Word(given.Origin);

    private static string ChatTypeOf(Incoming incoming) => incoming switch
    {
        Incoming.InChat { Origin.IsGroup: true } => "group",
        Incoming.InChat => "private",
        _ => "unknown",
    };

    private static KeyValuePair<string, object?> StatusOf(AnswerOutcome outcome) => new("cstobot.answer.status", Instruments.Word(outcome.GetType()));

    private static KeyValuePair<string, object?> ComposerOf(AnswerOutcome outcome) =>
        new("cstobot.answer.composer", outcome is AnswerOutcome.Answered { Answer: var answer } ? answer.Composer : "none");

    private sealed class Handled : IDisposable
    {
        private readonly string kind;
        private readonly long started = Stopwatch.GetTimestamp();
        private readonly Activity? activity;

        public Handled(ReadUpdate update, Incoming incoming)
        {
            kind = Instruments.Word(incoming.GetType());
            activity = Instruments.BeginTrace("handle update", ActivityKind.Internal, of: update.Trace);
            activity?.SetTag("cstobot.update.id", update.Key.UpdateId).SetTag(Kind, kind).SetTag(ChatType, ChatTypeOf(incoming));
        }

        public void Dispose()
        {
            activity?.Dispose();
            Updates.Record(Stopwatch.GetElapsedTime(started).TotalSeconds, new KeyValuePair<string, object?>(Kind, kind));
        }
    }
}
