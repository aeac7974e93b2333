using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>Decides what to reply to a question.</summary>
internal interface IAnswerer
{
    /// <param name="listener">Null when nobody reads along.</param>
    Task<AnswerOutcome> AnswerAsync(Conversation conversation, AnswerListener? listener, CancellationToken cancellationToken);

    /// <summary>The same without a language model: with quotes alone, in a few milliseconds.</summary>
    Task<AnswerOutcome> QuoteAsync(Conversation conversation, CancellationToken cancellationToken);
}
