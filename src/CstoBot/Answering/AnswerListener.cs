namespace CstoBot.Answering;

/// <summary>Somebody who reads an answer while it is being written.</summary>
/// <param name="SoFar">Told after each further statement that was verified; never of anything unverified. Called from any thread, and must return at once.</param>
/// <param name="Stop">Cancelled when the reader has read enough: the answer then ends with what was verified by then.</param>
internal sealed record AnswerListener(IProgress<Answer> SoFar, CancellationToken Stop);
