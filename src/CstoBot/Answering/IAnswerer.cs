using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>Answers one question; what everything outside the stages calls.</summary>
internal interface IAnswerer
{
    Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken);
}
