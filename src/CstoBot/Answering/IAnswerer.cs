using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>Decides what to reply to a question.</summary>
internal interface IAnswerer
{
    Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken);
}
