using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace CstoBot.Retrieval.Dense;

/// <summary>Finds chunks by meaning when a model is configured. Whatever goes wrong with it, questions are answered by words alone.</summary>
internal sealed partial class DenseSearch(
    EmbeddingModel model, VectorBuilder builder, IOptions<EmbeddingsOptions> options, TimeProvider time, ILogger<DenseSearch> logger)
{
    /// <summary>After a failure questions do not wait for the model for this long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);

    // A question in flight finds the vectors of the version it began with; they go when the version does.
    private readonly ConditionalWeakTable<PassageIndex, VectorIndex> vectors = [];

    private long restingUntil = long.MinValue;

    public bool IsOn => model.IsConfigured;

    /// <summary>Makes the vectors of a version before it is put into use. Long at the first start, short when little has changed.</summary>
    /// <exception cref="StartupException">The model's files cannot be used.</exception>
    public async Task PrepareAsync(PassageIndex index, CancellationToken cancellationToken)
    {
        if (!IsOn || index.Chunks.Count == 0)
        {
            return;
        }

        try
        {
            vectors.AddOrUpdate(index, await builder.BuildAsync(index.Chunks, cancellationToken));
        }
        catch (EmbeddingFailedException exception)
        {
            LogNotPrepared(exception.Message);
        }
    }

    /// <summary>The numbers of the chunks nearest in meaning, best first; empty when there are no vectors, or none for the question in time.</summary>
    public async Task<IReadOnlyList<int>> NearestAsync(string question, PassageIndex index, int top, CancellationToken cancellationToken)
    {
        if (!vectors.TryGetValue(index, out var chunks) || time.GetTimestamp() < Interlocked.Read(ref restingUntil))
        {
            return [];
        }

        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.QuestionTimeoutSeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return chunks.Nearest(await model.QuestionAsync(question, either.Token), top);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            StayAway($"no vector came within {options.Value.QuestionTimeoutSeconds} s");
        }
        catch (EmbeddingFailedException exception)
        {
            StayAway(exception.Message);
        }

        return [];
    }

    private void StayAway(string reason)
    {
        Interlocked.Exchange(ref restingUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
        LogResting(reason, (int)Rest.TotalSeconds);
    }

    [LoggerMessage(3001, LogLevel.Warning, "No vectors, so questions are answered by words alone until a reload succeeds: {Reason}")]
    private partial void LogNotPrepared(string reason);

    [LoggerMessage(3002, LogLevel.Warning, "Questions are answered by words alone for {Seconds} s: {Reason}")]
    private partial void LogResting(string reason, int seconds);
}
