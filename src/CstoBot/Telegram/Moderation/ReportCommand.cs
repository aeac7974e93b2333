using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Moderation;

/// <summary><c>/report</c> in reply to an answer: moderators look at it.</summary>
internal sealed class ReportCommand(IAnswerStore answers, Reports reports, TimeProvider time) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Report];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts) = (command.Origin, ReviewTexts.For(command.Origin.Language));
        var answer = command.RepliesTo is { } reply
            ? await answers.OfMessageOrNullAsync(origin.Conversation.Chat, reply.MessageId, cancellationToken)
            : origin.IsGroup ? null : await answers.LastOrNullAsync(origin.Conversation, cancellationToken);
        if (answer is not { Citations.Count: > 0, IsDraft: false })
        {
            return Effects.Send(origin.Reply(texts.NothingToReport));
        }

        var effects = await reports.OpenAsync(answer, HoldReason.Reported, command.Argument, origin, time.GetUtcNow(), cancellationToken);
        return effects with { Messages = [.. origin.Reply(texts.Reported), .. effects.Messages] };
    }
}
