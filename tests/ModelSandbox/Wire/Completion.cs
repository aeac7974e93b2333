using ModelSandbox.Protocol;
using ModelSandbox.Script;

namespace ModelSandbox.Wire;

/// <summary>One answer on its way to JSON: what is said, why it ends, and the figures.</summary>
/// <param name="Id">Of the answer, the same in all its events.</param>
internal sealed record Completion(string Id, long Created, ChatRequest Request, string Text, string FinishReason, ModelFault? Fault)
{
    public bool HasUsage => Fault is not ModelFault.NoUsage;

    public object Usage => new
    {
        prompt_tokens = PromptTokens,
        completion_tokens = TokenCount.Of(Text),
        total_tokens = PromptTokens + TokenCount.Of(Text),
    };

    private int PromptTokens => Request.Messages.Sum(message => TokenCount.Of(message.Text));

    /// <summary>The text as the faults of content and the request's limit leave it.</summary>
    public static Completion Of(string id, long created, ChatRequest request, string text, ModelFault? fault)
    {
        var said = fault switch
        {
            ModelFault.HugeOutput huge => text + new string(' ', Math.Max(0, huge.Bytes - text.Length)),
            ModelFault.RepeatedOutput repeated => string.Concat(Enumerable.Repeat(text, repeated.Times)),
            _ => text,
        };
        var kept = request.MaxTokens is { } most ? TokenCount.Cut(said, most) : said;
        return new Completion(id, created, request, kept, kept.Length < said.Length ? "length" : "stop", fault);
    }
}
