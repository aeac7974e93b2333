using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Edits;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Moderation;

/// <summary>A moderator replies to a card with a new text: it is checked, and shown on the card to be confirmed.</summary>
internal sealed class CardReplies(ICaseStore cases, CaseActions actions, EditReview review, Roles roles, TimeProvider time)
{
    /// <returns>Null when it is no card that is replied to, so that it is something else.</returns>
    public async Task<Effects?> HandleOrNullAsync(Incoming.InChat incoming, CancellationToken cancellationToken)
    {
        var origin = incoming.Origin;
        if (incoming.Reply is not { } reply
            || await cases.OfCardOrNullAsync(origin.Conversation.Chat, reply.MessageId, cancellationToken) is not { } of)
        {
            return null;
        }

        var texts = ReviewTexts.For(origin.Language);
        return await roles.OfAsync(origin, cancellationToken) < Role.Moderator
            ? Refusals.OfReply(origin, Role.Moderator, time)
            : await ProposeAsync(of, reply.Text, origin, texts, cancellationToken);
    }

    private async Task<Effects> ProposeAsync(Case of, string text, Origin origin, ReviewTexts texts, CancellationToken cancellationToken)
    {
        var stands = of.Proposal is not null || !of.Reasons.Contains(HoldReason.SourceChanged);
        if (await review.ReviewAsync(text, of.Proposal?.Draft.Answer ?? of.Draft?.Answer, stands, of.Question.Language, cancellationToken) is not { } edit)
        {
            return Effects.Send(Reply(origin, [Block.Paragraph(texts.NothingWritten)]));
        }

        var now = time.GetUtcNow();
        var action = new CaseAction.Propose(new CaseDraft(AnswerIds.New(now), edit.Answer), edit.Unsupported.Count);
        var outcome = await actions.CarryOutAsync(of, action, origin.Reviewer(), now, cancellationToken);
        return outcome.Verdict is CaseVerdict.Refused { Reason: var reason }
            ? Effects.Send(Reply(origin, [Block.Paragraph(actions.Why(reason, of, texts))]))
            : Effects.Send([.. Reply(origin, Preview(edit, texts)), .. outcome.Effects.Messages], outcome.Effects.Changes);
    }

    /// <summary>What would go out, whole, and what of it nothing supports.</summary>
    private static List<Block> Preview(ReviewedEdit edit, ReviewTexts texts) =>
    [
        Block.Paragraph(new Span($"{texts.Proposal}:", TextStyle.Bold)),
        .. OutcomeRenderer.Statements(edit.Answer),
        .. edit.Answer.Citations.Count == 0 ? [] : new[] { SourceList.Of(edit.Answer.Citations, edit.Answer.Language) },
        .. edit.Unsupported.Count == 0
            ? []
            : new[] { Block.Paragraph($"{texts.NotSupported}:\n{string.Join('\n', edit.Unsupported.Select(unsupported => $"• {PlainText.Shorten(unsupported.Text, 200)}"))}") },
    ];

    private static IReadOnlyList<Outgoing> Reply(Origin origin, IReadOnlyList<Block> blocks) =>
        [.. RenderedMessage.From(blocks).Select((message, part) => origin.Message(message, part == 0 ? origin.MessageId : null))];
}
