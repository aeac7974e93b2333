using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CstoBot.Conversations;

namespace CstoBot.Tests.Fakes;

/// <summary>Says what it is told to, and remembers what it was asked.</summary>
internal sealed class ScriptedModel : ILanguageModel
{
    public bool IsConfigured => true;

    public string Version { get; set; } = "scripted/1";

    /// <summary>What it says to a prompt, piece by piece.</summary>
    public Func<ModelPrompt, IReadOnlyDictionary<string, string>, CancellationToken, IAsyncEnumerable<string>> Says { get; set; } = (_, _, _) => Pieces();

    public ConcurrentQueue<(ModelPrompt Prompt, IReadOnlyDictionary<string, string> Arguments)> Asked { get; } = new();

    public string VersionOf(ModelPrompt prompt) => Version;

    public IAsyncEnumerable<string> AskAsync(ModelPrompt prompt, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        Asked.Enqueue((prompt, arguments));
        return Says(prompt, arguments, cancellationToken);
    }

    /// <summary>The same whatever is asked; nothing for prompts other than that of an answer.</summary>
    public static ScriptedModel Answering(params string[] answers)
    {
        var turn = -1;
        return new ScriptedModel { Says = (prompt, _, _) => prompt == ModelPrompt.Answer ? Pieces(answers[Math.Min(Interlocked.Increment(ref turn), answers.Length - 1)]) : Pieces() };
    }

    public static async IAsyncEnumerable<string> Pieces(params string[] pieces)
    {
        foreach (var piece in pieces)
        {
            await Task.Yield();
            yield return piece;
        }
    }

    /// <summary>Says nothing until it is given up.</summary>
    public static async IAsyncEnumerable<string> Silence([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        yield break;
    }
}
