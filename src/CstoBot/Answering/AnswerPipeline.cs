using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>The path of one question. Read this first: every stage is one line.</summary>
internal sealed class AnswerPipeline
{
    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken) =>
        Task.FromResult<AnswerOutcome>(new AnswerOutcome.SmallTalk(Language.English, "Hello."));
}
