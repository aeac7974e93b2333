namespace ModelSandbox.Script;

/// <summary>What goes wrong with one reply. Pieces are counted as the delivery cuts them; an answer not streamed counts as one, and breaks in its middle.</summary>
internal abstract record ModelFault
{
    private ModelFault()
    {
    }

    /// <summary>Refused with OpenAI's error for that status (400, 401, 404, 429, 500, 503).</summary>
    /// <param name="RetryAfter">Of the header of that name, in whole seconds; null: no header.</param>
    public sealed record Refusal(int Status, TimeSpan? RetryAfter = null) : ModelFault;

    /// <summary>A proxy's page of HTML instead of JSON.</summary>
    public sealed record HtmlPage(int Status = 502) : ModelFault;

    /// <summary>Status 307 to another address.</summary>
    public sealed record Redirect(Uri Location) : ModelFault;

    /// <summary>The connection breaks before any header.</summary>
    public sealed record Disconnect : ModelFault;

    /// <summary>Neither header nor end, until the client gives up.</summary>
    public sealed record Hang : ModelFault;

    /// <summary>The connection breaks after so many pieces.</summary>
    public sealed record DisconnectAfter(int Pieces) : ModelFault;

    /// <summary>After so many pieces nothing comes until the task ends; a task that never ends is a hang in mid-stream.</summary>
    public sealed record HoldAfter(int Pieces, Task Until) : ModelFault;

    /// <summary>After so many pieces an event that is not JSON; then the stream goes on.</summary>
    public sealed record MalformedChunkAfter(int Pieces) : ModelFault;

    /// <summary>After so many pieces half an event, and the end.</summary>
    public sealed record TruncatedChunkAfter(int Pieces) : ModelFault;

    /// <summary>After so many pieces an event with an error, and the end, as servers report what fails in mid-stream.</summary>
    public sealed record ErrorEventAfter(int Pieces) : ModelFault;

    /// <summary>The answer ends after so many pieces with <c>finish_reason: length</c>.</summary>
    public sealed record CutOffAfter(int Pieces) : ModelFault;

    /// <summary>All pieces come, but neither a finish reason nor <c>[DONE]</c>.</summary>
    public sealed record NoEnd : ModelFault;

    /// <summary>All comes but <c>[DONE]</c>.</summary>
    public sealed record NoDone : ModelFault;

    /// <summary><c>choices</c> is empty throughout.</summary>
    public sealed record EmptyChoices : ModelFault;

    /// <summary><c>content</c> is null throughout.</summary>
    public sealed record NullContent : ModelFault;

    /// <summary>No usage figures, even if asked for.</summary>
    public sealed record NoUsage : ModelFault;

    /// <summary>The answer, and then blanks up to so many bytes.</summary>
    public sealed record HugeOutput(int Bytes = 1_048_576) : ModelFault;

    /// <summary>The whole answer so many times over.</summary>
    public sealed record RepeatedOutput(int Times = 2) : ModelFault;
}
