using ModelSandbox.Script;

namespace ModelSandbox.Wire;

/// <summary>One step of a stream: text to send, or a task to wait for.</summary>
/// <param name="IsPiece">It carries a piece of the answer, so pacing counts it.</param>
internal sealed record StreamStep(string Text, bool IsPiece = false, Task? WaitsFor = null);

/// <summary>A stream from its first event to its end; faults are already part of it.</summary>
internal sealed record StreamPlan(IReadOnlyList<StreamStep> Steps, bool BreaksOff)
{
    public static StreamPlan Of(Completion completion, Delivery delivery)
    {
        var pieces = Pieces.Of(completion.Text, delivery.PieceLength);
        StreamStep[] start = [Event(CompletionJson.Role(completion))];
        StreamStep[] said = [.. pieces.Select(piece => Event(CompletionJson.Piece(completion, piece), isPiece: true))];
        var end = End(completion, completion.FinishReason);
        var first = new Func<int, StreamStep[]>(count => [.. start, .. said.Take(count)]);
        return completion.Fault switch
        {
            ModelFault.DisconnectAfter fault => new([.. first(fault.Pieces)], BreaksOff: true),
            ModelFault.HoldAfter fault => new([.. first(fault.Pieces), new("", WaitsFor: fault.Until), .. said.Skip(fault.Pieces), .. end], BreaksOff: false),
            ModelFault.MalformedChunkAfter fault => new([.. first(fault.Pieces), Event("{\"id\":\"x\",,}"), .. said.Skip(fault.Pieces), .. end], BreaksOff: false),
            ModelFault.TruncatedChunkAfter fault => new([.. first(fault.Pieces), Half(said, fault.Pieces)], BreaksOff: false),
            ModelFault.ErrorEventAfter fault => new([.. first(fault.Pieces), Event(ErrorReplies.BodyOf(500))], BreaksOff: false),
            ModelFault.CutOffAfter fault => new([.. first(fault.Pieces), .. End(completion, "length")], BreaksOff: false),
            ModelFault.NoEnd => new([.. start, .. said], BreaksOff: false),
            ModelFault.NoDone => new([.. start, .. said, .. end.SkipLast(1)], BreaksOff: false),
            _ => new([.. start, .. said, .. end], BreaksOff: false),
        };
    }

    private static IReadOnlyList<StreamStep> End(Completion completion, string reason) =>
    [
        Event(CompletionJson.Finish(completion, reason)),
        .. completion.Request.IncludesUsage && completion.HasUsage ? [Event(CompletionJson.Usage(completion))] : Array.Empty<StreamStep>(),
        Event("[DONE]"),
    ];

    private static StreamStep Event(string data, bool isPiece = false) => new($"data: {data}\n\n", isPiece);

    private static StreamStep Half(IReadOnlyList<StreamStep> said, int pieces)
    {
        var text = said.Skip(pieces).Select(step => step.Text).FirstOrDefault() ?? "data: {\"id\":\"chatcmpl\"}\n\n";
        return new StreamStep(text[..(text.Length / 2)]);
    }
}
