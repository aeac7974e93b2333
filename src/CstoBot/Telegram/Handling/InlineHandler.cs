using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Handling;

/// <summary>Offers an answer and passages to somebody who types after the bot's name in any chat. Nothing of it is stored.</summary>
internal sealed class InlineHandler(IAnswerer answerer, CurrentIndex index, InlineTurns turns, InlineLimiter limiter, AnswerReview review)
{
    // Of two letters nobody knows what they become.
    private const int MinLength = 3;

    // More than are shown: some say what the answer says already.
    private const int Passages = 8;

    public async Task<Effects> HandleAsync(Incoming.InlineQuery query, CancellationToken cancellationToken)
    {
        if (!turns.TryTake(query.UserId, query.QueryId))
        {
            return Effects.None;
        }

        var language = LanguageDetector.Of(query.Text, query.LanguageCode);
        if (query.Text.Length < MinLength || !limiter.TryTake(query.UserId))
        {
            return Effects.Reply(InlineRenderer.Hint(query, language), []);
        }

        var outcome = await answerer.QuoteAsync(new Conversation(query.Text, [], query.LanguageCode), cancellationToken);
        var shown = await ShownAsync(query, outcome, cancellationToken);
        UpdateTelemetry.Offered(query, shown);
        return Effects.Reply(InlineRenderer.Render(query, shown, PassagesFor(query, outcome)), []);
    }

    /// <summary>Where the question will be posted is not known, so the mode of the settings holds; passages are the documents' own words.</summary>
    private async Task<AnswerOutcome> ShownAsync(Incoming.InlineQuery query, AnswerOutcome outcome, CancellationToken cancellationToken) =>
        outcome is AnswerOutcome.Answered { Answer: var answer }
        && await review.ReasonsAsync(review.ModeOf(ChatSettings.Default), query.Text, answer, cancellationToken) is { Count: > 0 }
            ? new AnswerOutcome.Held(outcome.Language, "")
            : outcome;

    /// <summary>Small talk needs no passages, and what is refused gets none.</summary>
    private IReadOnlyList<Passage> PassagesFor(Incoming.InlineQuery query, AnswerOutcome outcome) =>
        outcome is AnswerOutcome.Answered or AnswerOutcome.Abstained
            ? PassageRetriever.Retrieve(QueryAnalyzer.Analyze(query.Text, index.Value), index.Value, Passages)
            : [];
}
