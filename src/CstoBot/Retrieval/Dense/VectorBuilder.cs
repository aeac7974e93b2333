using CstoBot.Ingestion;

namespace CstoBot.Retrieval.Dense;

/// <summary>Gives every chunk its vector: a kept one where the text is the same as before, else a new one, which is kept.</summary>
internal sealed partial class VectorBuilder(EmbeddingModel model, IVectorStore store, TimeProvider time, ILogger<VectorBuilder> logger)
{
    // What a killed program loses at most.
    private const int KeepEvery = 5_000;

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromSeconds(10);

    /// <exception cref="EmbeddingFailedException">The model failed; what it gave before that is kept.</exception>
    public async Task<VectorIndex> BuildAsync(IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        // Keys and chunks, not texts: those of a large corpus need not be in memory all at once.
        var keys = chunks.Select(chunk => TextKey.Of(TextOf(chunk))).ToList();
        var texts = new Dictionary<TextKey, Chunk>();
        foreach (var (number, key) in keys.Index())
        {
            texts.TryAdd(key, chunks[number]);
        }

        var identity = model.Identity;
        var kept = store.Read(identity);
        var vectors = await CompleteAsync(identity, texts, kept, cancellationToken)
            ?? await CompleteAsync(identity, texts, [], cancellationToken)
            ?? throw new EmbeddingFailedException("the model gave vectors of different dimensions");
        return VectorIndex.Of(keys.Select(key => vectors[key]).ToList());
    }

    /// <summary>The vectors of all texts; null when the new ones are of another dimension than those there were.</summary>
    private async Task<IReadOnlyDictionary<TextKey, float[]>?> CompleteAsync(
        string identity, Dictionary<TextKey, Chunk> texts, Dictionary<TextKey, float[]> vectors, CancellationToken cancellationToken)
    {
        // Texts of about one length together: a batch is padded to its longest.
        var missing = texts.Where(text => !vectors.ContainsKey(text.Key)).OrderBy(text => text.Value.Span.Length).ToList();
        if (missing.Count == 0 && vectors.Count == texts.Count)
        {
            return vectors;
        }

        Announce(missing.Count, texts.Count);
        if (!await AddAsync(identity, missing, vectors, cancellationToken))
        {
            return null;
        }

        foreach (var gone in vectors.Keys.Where(key => !texts.ContainsKey(key)).ToList())
        {
            vectors.Remove(gone);
        }

        store.Write(identity, vectors);
        LogDone(vectors.Count, missing.Count);
        return vectors;
    }

    private async Task<bool> AddAsync(
        string identity, List<KeyValuePair<TextKey, Chunk>> missing, Dictionary<TextKey, float[]> vectors, CancellationToken cancellationToken)
    {
        var (made, unkept, told) = (0, 0, time.GetTimestamp());
        try
        {
            foreach (var batch in missing.Chunk(model.BatchSize))
            {
                var batchVectors = await model.DocumentsAsync([.. batch.Select(text => TextOf(text.Value))], cancellationToken);
                if (vectors.Count > 0 && vectors.First().Value.Length != batchVectors[0].Length)
                {
                    unkept = 0;
                    return false;
                }

                foreach (var (text, vector) in batch.Zip(batchVectors))
                {
                    vectors[text.Key] = vector;
                }

                (made, unkept) = (made + batch.Length, unkept + batch.Length);
                if (unkept >= KeepEvery)
                {
                    store.Write(identity, vectors);
                    unkept = 0;
                }

                if (time.GetElapsedTime(told) >= ProgressEvery)
                {
                    LogProgress(made, missing.Count);
                    told = time.GetTimestamp();
                }
            }

            unkept = 0;
            return true;
        }
        finally
        {
            // The work of a failed or interrupted build is not lost.
            if (unkept > 0)
            {
                store.Write(identity, vectors);
            }
        }
    }

    /// <summary>The chunk with what stands above it: alone, the middle of an article hardly tells what it is about.</summary>
    private static string TextOf(Chunk chunk)
    {
        var text = chunk.Text;
        var above = new[] { chunk.Document.Metadata.Title, chunk.Section.Heading }
            .OfType<string>()
            .Where(line => !text.StartsWith(line, StringComparison.Ordinal))
            .Distinct();
        return string.Join('\n', above.Append(text));
    }

    private void Announce(int missing, int texts)
    {
        if (missing == 0)
        {
            return;
        }

        if (store.Keeps)
        {
            LogMaking(missing, texts, model.Name);
        }
        else
        {
            LogMakingForNow(missing, texts, model.Name);
        }
    }

    [LoggerMessage(3003, LogLevel.Information, "Vectors: {Missing} of {Texts} texts are new to {Model}")]
    private partial void LogMaking(int missing, int texts, string model);

    [LoggerMessage(3004, LogLevel.Warning, "Vectors of {Missing} of {Texts} texts are made by {Model} for this run alone; the running bot keeps them")]
    private partial void LogMakingForNow(int missing, int texts, string model);

    [LoggerMessage(3005, LogLevel.Information, "Vectors: {Made} of {Missing} are made")]
    private partial void LogProgress(int made, int missing);

    [LoggerMessage(3006, LogLevel.Information, "Vectors: {Texts} texts have theirs, {Made} of them new")]
    private partial void LogDone(int texts, int made);
}
