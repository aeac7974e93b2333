using CstoBot.Conversations;
using CstoBot.Retrieval;

namespace CstoBot.Answering;

/// <summary>The path of one question. Read this first: every stage is one line.</summary>
internal sealed class AnswerPipeline(CurrentIndex index) : IAnswerer
{
    public Task<AnswerOutcome> AnswerAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        _ = index.Value;
        return Task.FromResult<AnswerOutcome>(new AnswerOutcome.SmallTalk(Language.English, "Hello."));
    }
}
