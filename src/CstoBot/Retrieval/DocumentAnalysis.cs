using System.Collections.Concurrent;
using CstoBot.Ingestion;

namespace CstoBot.Retrieval;

/// <summary>Chunks documents and reads their words on all processors, and hands them on in the documents' order.</summary>
internal static class DocumentAnalysis
{
    // In UTF-16 units: enough for a thread to work on for some milliseconds.
    private const int BatchLength = 100_000;

    /// <summary>Holds a few batches in memory at once, however many documents there are.</summary>
    public static IEnumerable<T> Run<T>(IEnumerable<SourceDocument> documents, Func<SourceDocument, WordReader, T> analyze)
    {
        using var batches = new BlockingCollection<Task<List<T>>>(2 * Environment.ProcessorCount);
        using var stopped = new CancellationTokenSource();
        var reading = Task.Run(() => Start(documents, analyze, batches, stopped.Token), stopped.Token);
        try
        {
            foreach (var batch in batches.GetConsumingEnumerable(CancellationToken.None))
            {
                foreach (var document in batch.GetAwaiter().GetResult())
                {
                    yield return document;
                }
            }

            reading.GetAwaiter().GetResult();
        }
        finally
        {
            // Where the consumer gave up, the reader must not wait for room that never comes.
            stopped.Cancel();
            reading.ContinueWith(static _ => { }, TaskScheduler.Default).Wait(CancellationToken.None);
        }
    }

    private static void Start<T>(
        IEnumerable<SourceDocument> documents,
        Func<SourceDocument, WordReader, T> analyze,
        BlockingCollection<Task<List<T>>> batches,
        CancellationToken cancellationToken)
    {
        try
        {
            foreach (var batch in Batches(documents))
            {
                batches.Add(Task.Run(() => Analyze(batch, analyze), cancellationToken), cancellationToken);
            }
        }
        finally
        {
            batches.CompleteAdding();
        }
    }

    private static IEnumerable<List<SourceDocument>> Batches(IEnumerable<SourceDocument> documents)
    {
        var (batch, length) = (new List<SourceDocument>(), 0);
        foreach (var document in documents)
        {
            batch.Add(document);
            length += document.Text.Length;
            if (length >= BatchLength)
            {
                yield return batch;
                (batch, length) = ([], 0);
            }
        }

        yield return batch;
    }

    private static List<T> Analyze<T>(List<SourceDocument> batch, Func<SourceDocument, WordReader, T> analyze)
    {
        var reader = TextAnalyzer.Rent();
        try
        {
            return batch.ConvertAll(document => analyze(document, reader));
        }
        finally
        {
            TextAnalyzer.Return(reader);
        }
    }
}
