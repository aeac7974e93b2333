using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>A question becomes an answer that is stored and written as messages, with what to go on with below.</summary>
internal sealed class AnswerGiver(IAnswerer answerer, IFollowUps followUps, LiveAnswers liveAnswers, AnswerReview review, TypingIndicator typing, TimeProvider time)
{
    /// <summary>Meanwhile the person sees that the bot is at it: "typing…" at first, then the answer as it is written.</summary>
    /// <param name="asked">What the person asked before, oldest first.</param>
    /// <param name="earlier">The answer whose place this one takes; null for none.</param>
    public async Task<GivenReply> GiveAsync(
        Incoming.Question question, IReadOnlyList<string> asked, EarlierAnswer? earlier, CancellationToken cancellationToken)
    {
        await using var live = await review.MayBeWatchedAsync(question, cancellationToken) ? liveAnswers.BeginOrNull(question, earlier, cancellationToken) : null;
        var given = await typing.DuringAsync(
            question.Origin.Place(), () => AnswerAsync(question, asked, earlier, live, cancellationToken), live?.Unseen ?? cancellationToken);
        live?.Keep();
        return given;
    }

    /// <param name="live">Null where nobody reads along.</param>
    private async Task<GivenReply> AnswerAsync(
        Incoming.Question question, IReadOnlyList<string> asked, EarlierAnswer? earlier, LiveAnswer? live, CancellationToken cancellationToken)
    {
        var conversation = ConversationOf(question, asked);
        var (outcome, elapsed) = await answerer.AnswerTimedAsync(conversation, live?.Listener, time, cancellationToken);
        var shown = live?.EndAsync() ?? Task.FromResult<int?>(null);
        var (now, key) = (time.GetUtcNow(), question.Origin.Conversation);
        var id = AnswerIds.New(now);
        var held = IsReadInPrivate(question, outcome) ? null : await review.HoldOrNullAsync(question, conversation, outcome, id, now, cancellationToken);
        var withdrawn = await review.WithdrawAsync(earlier, now, cancellationToken);
        var standalone = StandaloneQuestion.From(conversation);
        var offered = held is null ? (await followUps.OfAsync(standalone, outcome, cancellationToken)).Without(asked) : FollowUps.None;

        if (review.ModeOf(question.Origin.Settings) == ModerationMode.All)
        {
            // More detail would be an answer that no moderator has seen.
            offered = offered with { HasMore = false };
        }

        outcome = held?.Outcome ?? outcome;
        var messages = IsReadInPrivate(question, outcome)
            ? PrivateOnly.LeadToAnswer(question.Origin, outcome.Language, id)
            : OutcomeRenderer.Render(outcome, id, offered, question.IsSuggested ? question.Text : null);
        var given = new GivenAnswer(id, key, question.Origin.MessageId, question.Text, outcome, messages.Count, elapsed, now)
        {
            Carried = standalone.Carried,
            FollowUps = offered,
            Origin = question.IsSuggested ? AnswerOrigin.Suggestion : AnswerOrigin.Question,
        };
        var liveMessage = await shown;
        return new GivenReply(given, Effects.Send(
            [.. question.Origin.Answer(messages, id, earlier, liveMessage), .. withdrawn.Messages, .. held?.Cards ?? []],
            [new Change.AnswerGiven(given, earlier?.Id), .. Ended(question.Origin, liveMessage), .. withdrawn.Changes, .. held is null ? [] : new Change[] { held.Opened }]));
    }

    private static IEnumerable<Change> Ended(Origin origin, int? liveMessage) =>
        liveMessage is { } id ? [new Change.LiveMessageEnded(origin.Bot.Id, origin.Conversation.Chat, id)] : [];

    /// <summary>What the question replies to is nearer to it than anything asked before; one that was offered was answered alone.</summary>
    private static Conversation ConversationOf(Incoming.Question question, IReadOnlyList<string> asked) => new(
        question.Text,
        question.IsSuggested ? [] : question.Context is null ? asked : [.. asked, question.Context],
        question.Origin.LanguageCode,
        question.Origin.Settings.Language);

    /// <summary>Where the group's administrators want it so; a greeting is returned at once.</summary>
    private static bool IsReadInPrivate(Incoming.Question question, AnswerOutcome outcome) =>
        question.Origin is { IsGroup: true, Settings.AnswersInPrivate: true } && outcome is (AnswerOutcome.Answered or AnswerOutcome.Abstained);
}

/// <summary>An answer with all that comes of it.</summary>
internal sealed record GivenReply(GivenAnswer Answer, Effects Effects);
