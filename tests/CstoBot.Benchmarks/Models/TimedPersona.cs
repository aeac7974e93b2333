using System.Diagnostics;
using ModelSandbox.Personas;
using ModelSandbox.Prompts;

namespace CstoBot.Benchmarks.Models;

/// <summary>Notes how long another persona thinks: that is the model's time, not the bot's.</summary>
internal sealed class TimedPersona(IModelPersona inner) : IModelPersona
{
    public string Name => inner.Name;

    /// <summary>Since it was last set to zero.</summary>
    public TimeSpan Thinking { get; set; }

    public ModelReply Reply(PromptView prompt)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = inner.Reply(prompt);
        Thinking += Stopwatch.GetElapsedTime(started);
        return reply;
    }
}
