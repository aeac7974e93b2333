using System.Collections.Concurrent;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Indexing;

/// <summary>Divides documents into runs, works on several runs at once, and hands the results on in the documents' order.</summary>
internal static class DocumentAnalysis
{
    // In UTF-16 units: enough for a thread to work on for some milliseconds.
    private const int RunLength = 100_000;

    /// <summary>Holds a few runs in memory at once, however many documents there are.</summary>
    public static IEnumerable<T> Run<T>(IEnumerable<SourceDocument> documents, Func<IReadOnlyList<SourceDocument>, WordReader, T> work)
    {
        using var runs = new BlockingCollection<Task<T>>();
        using var room = new SemaphoreSlim(2 * Environment.ProcessorCount);
        using var stopped = new CancellationTokenSource();

        // On a thread of its own: while it waits for room, the pool's threads are for the work.
        var reading = Task.Factory.StartNew(
            () => Start(Runs(documents), run => Work(run, work), runs, room, stopped.Token), stopped.Token, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            foreach (var run in runs.GetConsumingEnumerable(CancellationToken.None))
            {
                yield return run.GetAwaiter().GetResult();
                room.Release();
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

    private static void Start<T>(IEnumerable<List<SourceDocument>> documents, Func<List<SourceDocument>, T> work, BlockingCollection<Task<T>> runs, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var run in documents)
            {
                room.Wait(cancellationToken);

                // Each on a thread of its own: those of the pool are for questions.
                runs.Add(Task.Factory.StartNew(() => work(run), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default), cancellationToken);
            }
        }
        finally
        {
            runs.CompleteAdding();
        }
    }

    private static IEnumerable<List<SourceDocument>> Runs(IEnumerable<SourceDocument> documents)
    {
        var (run, length) = (new List<SourceDocument>(), 0);
        foreach (var document in documents)
        {
            run.Add(document);
            length += document.Text.Length;
            if (length >= RunLength)
            {
                yield return run;
                (run, length) = ([], 0);
            }
        }

        yield return run;
    }

    private static T Work<T>(List<SourceDocument> run, Func<IReadOnlyList<SourceDocument>, WordReader, T> work)
    {
        var reader = TextAnalyzer.Rent();
        try
        {
            return work(run, reader);
        }
        finally
        {
            TextAnalyzer.Return(reader);
        }
    }
}
