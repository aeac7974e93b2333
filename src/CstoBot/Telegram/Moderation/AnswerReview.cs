using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>Between an answer and its asker: what a moderator is to see first becomes a case, and the asker is told so.</summary>
internal sealed class AnswerReview(ICaseStore cases, CaseCards cards, IAnswerer answerer, RepeatedQuestions repeated, IOptions<ModerationOptions> options)
{
    /// <summary>The mode of a chat.</summary>
    public ModerationMode ModeOf(ChatSettings settings) => settings.Moderation ?? options.Value.Mode;

    /// <summary>Whether the answer may be shown while it is written: not where a moderator may see it first.</summary>
    public async Task<bool> MayBeWatchedAsync(Incoming.Question question, CancellationToken cancellationToken) =>
        ModeOf(question.Origin.Settings) == ModerationMode.Off
        && !await repeated.IsRejectedAsync(question.Text, question.Origin.LanguageOf(question.Text), cancellationToken);

    /// <summary>Why an answer is not to go out yet; empty when it may. What was rejected is not said again because nobody reviews answers any more.</summary>
    public async Task<IReadOnlyList<HoldReason>> ReasonsAsync(ModerationMode mode, string question, Answer answer, CancellationToken cancellationToken) =>
        ModerationPolicy.ReasonsToHold(
            mode,
            answer,
            options.Value.HoldBelowConfidence,
            Topics.IsAbout($"{question}\n{answer.Text}", options.Value.TopicList),
            mode == ModerationMode.Off
                ? await repeated.IsRejectedAsync(question, answer.Language, cancellationToken)
                : await repeated.WasCorrectedAsync(question, answer.Language, cancellationToken));

    /// <summary>A case, if the answer is not to go out yet.</summary>
    /// <param name="acknowledgement">The id of what the asker is told meanwhile.</param>
    /// <returns>Null when it may go out.</returns>
    public async Task<HeldAnswer?> HoldOrNullAsync(
        Incoming.Question question, Conversation conversation, AnswerOutcome outcome, long acknowledgement, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var stage = StageTelemetry.Begin(Stage.Moderation);
        var mode = ModeOf(question.Origin.Settings);
        if (outcome is not AnswerOutcome.Answered { Answer: var answer }
            || await ReasonsAsync(mode, question.Text, answer, cancellationToken) is not { Count: > 0 } reasons)
        {
            return null;
        }

        var asked = new CaseQuestion(
            question.Text, conversation.History, question.Origin.Conversation, question.Origin.MessageId, question.Origin.IsGroup, answer.Language, acknowledgement);
        var opened = new Case(
            await cases.NextIdAsync(cancellationToken), CaseOrigin.Held, CaseState.Pending, Revision: 0, asked, new CaseDraft(AnswerIds.New(now), answer), now)
        {
            Reasons = reasons,
            Fallback = await repeated.IsRejectedAsync(question.Text, answer.Language, cancellationToken) ? null : await FallbackOrNullAsync(conversation, answer, now, cancellationToken),
            DueAt = options.Value.TimeoutMinutes > 0 ? options.Value.Hours.After(now, TimeSpan.FromMinutes(options.Value.TimeoutMinutes)) : null,
        };
        return new HeldAnswer(
            new AnswerOutcome.Held(answer.Language, Acknowledgement(answer.Language, now)),
            await cards.PostAsync(opened, cancellationToken),
            new Change.CaseOpened(opened, question.Origin.Bot.Id, new CaseEvent(now, CaseEventKind.Opened)));
    }

    /// <summary>The question behind an answer was edited: what was to be decided about it is not any more.</summary>
    public async Task<Effects> WithdrawAsync(EarlierAnswer? earlier, DateTimeOffset now, CancellationToken cancellationToken) =>
        earlier is not null
        && await cases.OfAnswerOrNullAsync(earlier.Id, cancellationToken) is { Origin: CaseOrigin.Held } of
        && CaseRules.Apply(of, new CaseAction.Withdraw(), by: null, now) is CaseVerdict.Moved(var next, var withdrawn)
            ? Effects.Send(await cards.RefreshAsync(next, cancellationToken), new Change.CaseMoved(next, of.State, withdrawn))
            : Effects.None;

    private string Acknowledgement(Language language, DateTimeOffset now)
    {
        var (texts, hours) = (ReviewTexts.For(language), options.Value.Hours);
        return hours.IsOpen(now) ? texts.Held : $"{texts.Held}\n\n{texts.Hours(hours.Text, options.Value.TimeZone)}";
    }

    /// <summary>What goes out when nobody decides: quotes, which need no model to be believed. Null when nothing is to go out.</summary>
    private async Task<CaseDraft?> FallbackOrNullAsync(Conversation conversation, Answer answer, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.OnTimeout != OnTimeout.SendUnreviewed)
        {
            return null;
        }

        var quoted = answer.Model is null ? answer
            : await answerer.QuoteAsync(conversation, cancellationToken) is AnswerOutcome.Answered { Answer: var quotes } ? quotes
            : null;
        return quoted is null ? null : new CaseDraft(AnswerIds.New(now), quoted);
    }
}

/// <summary>An answer that waits for a moderator.</summary>
/// <param name="Outcome">What the asker is told meanwhile.</param>
/// <param name="Cards">For the moderators.</param>
internal sealed record HeldAnswer(AnswerOutcome.Held Outcome, IReadOnlyList<Outgoing> Cards, Change.CaseOpened Opened);
