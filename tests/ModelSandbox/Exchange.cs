using ModelSandbox.Personas;
using ModelSandbox.Prompts;
using ModelSandbox.Protocol;
using ModelSandbox.Script;

namespace ModelSandbox;

/// <summary>One request with what came of it, for assertions.</summary>
/// <param name="headers">With the key masked.</param>
internal sealed class Exchange(ModelRoute route, string target, IReadOnlyDictionary<string, string> headers, string body)
{
    private readonly TaskCompletionSource<ExchangeEnd> finished = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ModelRoute Route => route;

    /// <summary>Method and path.</summary>
    public string Target => target;

    public IReadOnlyDictionary<string, string> Headers => headers;

    public string Body => body;

    /// <summary>The key as sent was the right one, or none is asked for.</summary>
    public bool IsAuthorized { get; set; }

    /// <summary>Null unless it is a request for a chat completion that passed every check.</summary>
    public ChatRequest? Chat { get; set; }

    /// <summary>Null where <see cref="Chat"/> is.</summary>
    public PromptView? Prompt { get; set; }

    /// <summary>Null where no persona came to speak.</summary>
    public ModelReply? Reply { get; set; }

    /// <summary>Ends when the server is done with the request, or the client is gone.</summary>
    public Task<ExchangeEnd> Finished => finished.Task;

    public void Finish(ExchangeEnd end) => finished.TrySetResult(end);
}

/// <summary>How a request ended.</summary>
internal enum ExchangeEnd
{
    /// <summary>With a reply, faulty or not.</summary>
    Replied,

    /// <summary>The client broke it off.</summary>
    ClientLeft,

    /// <summary>Not a proper request; <see cref="ScriptedModelServer.Faults"/> says why.</summary>
    Refused,
}
