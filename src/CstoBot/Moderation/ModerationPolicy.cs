using CstoBot.Answering;
using CstoBot.Moderation.Cases;

namespace CstoBot.Moderation;

/// <summary>Decides whether a moderator is to see an answer before the asker does. Pure.</summary>
internal static class ModerationPolicy
{
    /// <param name="isOnTopic">The question or the answer is about something that the admins listed.</param>
    /// <param name="wasCorrected">An answer to the same question was edited or rejected before; where answers are not reviewed, one was rejected and none accepted since.</param>
    /// <returns>Why it is held; empty when it may go out. What a moderator has checked already is never held.</returns>
    public static IReadOnlyList<HoldReason> ReasonsToHold(ModerationMode mode, Answer answer, double holdBelow, bool isOnTopic, bool wasCorrected)
    {
        if (answer.Checked is not null)
        {
            return [];
        }

        if (mode == ModerationMode.Off)
        {
            return wasCorrected ? [HoldReason.CorrectedBefore] : [];
        }

        var risks = Risks(answer, holdBelow, isOnTopic, wasCorrected).ToList();
        return mode == ModerationMode.All ? [HoldReason.EveryAnswer, .. risks] : risks;
    }

    private static IEnumerable<HoldReason> Risks(Answer answer, double holdBelow, bool isOnTopic, bool wasCorrected)
    {
        if (answer.Confidence < holdBelow)
        {
            yield return HoldReason.LowConfidence;
        }

        if (answer.Doubts.HasFlag(AnswerDoubts.SourcesDiffer))
        {
            yield return HoldReason.SourcesConflict;
        }

        if (answer.Doubts.HasFlag(AnswerDoubts.StatementDropped))
        {
            yield return HoldReason.StatementDropped;
        }

        if (isOnTopic)
        {
            yield return HoldReason.Topic;
        }

        if (wasCorrected)
        {
            yield return HoldReason.CorrectedBefore;
        }
    }
}
