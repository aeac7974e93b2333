using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Moderation;

/// <summary>Puts what was decided in the place of an answer that was sent, for everybody who got it: one after another, also after a restart.</summary>
internal sealed class Corrections(ICorrections corrections, ICaseStore cases, UnpromptedEffects unprompted, TimeProvider time)
{
    private const int AtOnce = 50;

    /// <returns>How many were made; fewer than there are, when these are many.</returns>
    public async Task<int> MakeAsync(CancellationToken cancellationToken)
    {
        var pending = await corrections.NextAsync(AtOnce, cancellationToken);
        foreach (var (caseId, answer) in pending)
        {
            var decided = await cases.FindOrNullAsync(caseId, cancellationToken);
            await unprompted.CarryOutAsync(
                decided is { IsPending: false } ? Correct(decided, answer, time.GetUtcNow()) : Effects.Send([], new Change.CorrectionMade(caseId, answer.Id)),
                cancellationToken);
        }

        return pending.Count;
    }

    /// <summary>The reader's message is changed; where it is gone, a new one says that it corrects an earlier answer.</summary>
    private static Effects Correct(Case decided, StoredAnswer answer, DateTimeOffset now)
    {
        var (reply, id) = (CaseResults.Correction(decided, now), AnswerIds.New(now));
        var messages = OutcomeRenderer.Render(reply.Outcome, id, followUps: null, reply.Heading);
        var origin = new Origin(answer.Conversation, answer.QuestionMessageId, answer.ChatId < 0, LanguageCode: null);
        var given = new GivenAnswer(id, answer.Conversation, answer.QuestionMessageId, answer.Question.Text, reply.Outcome, messages.Count, TimeSpan.Zero, now)
        {
            Carried = answer.Question.Carried,
            CaseId = decided.Id,
        };
        return Effects.Send(
            [
                .. origin.Answer(messages, id, new EarlierAnswer(answer.Id, answer.Question.Text, answer.Parts))
                    .Select((message, part) => part == 0 ? message with { OfCase = new CaseMark(decided.Id, CaseMessage.Correction) } : message),
            ],
            new Change.AnswerGiven(given, answer.Id),
            new Change.CorrectionMade(decided.Id, answer.Id));
    }
}
