using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>Logs that a prompt was rendered: which, in which state, how long it took; never its text.</summary>
internal sealed partial class RenderingLog(LoadedPrompt prompt, TimeProvider time, ILogger<RenderingLog> logger) : IPromptRenderFilter
{
    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        var started = time.GetTimestamp();
        await next(context);
        LogRendered(prompt.Rules.Prompt.ToString(), prompt.Hash, context.RenderedPrompt?.Length ?? 0, time.GetElapsedTime(started).TotalMilliseconds);
    }

    [LoggerMessage(6010, LogLevel.Debug, "Prompt {Prompt}/{Hash} rendered: {Length} characters, {ElapsedMs} ms")]
    private partial void LogRendered(string prompt, string hash, int length, double elapsedMs);
}
