using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Formats.Workers;

/// <summary>
/// Has files read in processes of their own: as many as the machine has processors, started when needed, stopped when
/// nothing was read for a while. A file that hangs, overflows or eats memory ends its process and is told; the next file gets a new one.
/// </summary>
internal sealed class ExtractionProcesses : IDisposable
{
    // What comes next in a reload, the index, wants the memory; another process is there in a tenth of a second.
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(2);

    // A process grows with what it reads; a fresh one now and then keeps it small.
    private const int MaxReadings = 2_000;

    private readonly FormatsOptions options;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);
    private readonly Lock gate = new();
    private readonly Stack<(ExtractionProcess Process, int Readings)> idle = new();
    private readonly HashSet<ExtractionProcess> reading = [];
    private readonly ITimer idleTimer;
    private bool disposed;

    public ExtractionProcesses(IOptions<FormatsOptions> options, TimeProvider time)
    {
        (this.options, this.time) = (options.Value, time);
        idleTimer = time.CreateTimer(_ => StopIdle(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <exception cref="UnreadableDocumentException">It cannot be read, with the reason.</exception>
    public async Task<ExtractedText> ReadAsync(ExtractionRequest request, CancellationToken cancellationToken)
    {
        await places.WaitAsync(cancellationToken);
        try
        {
            var (process, readings) = Rent();
            try
            {
                var reply = await ReplyAsync(process, request, cancellationToken);
                return reply.Extracted ?? throw new UnreadableDocumentException(reply.Failure ?? UnreadableReasons.Broken(request.Format));
            }
            finally
            {
                Return(process, readings + 1);
            }
        }
        finally
        {
            Release();
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            disposed = true;
            foreach (var process in reading)
            {
                process.Dispose();
            }
        }

        idleTimer.Dispose();
        StopIdle();
        places.Dispose();
    }

    private async Task<ExtractionReply> ReplyAsync(ExtractionProcess process, ExtractionRequest request, CancellationToken cancellationToken)
    {
        var limit = TimeSpan.FromSeconds(options.TimeoutSeconds);
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var reply = await process.ReadOrNullAsync(request, either.Token);
            if (reply is { Failure: not UnreadableReasons.Memory })
            {
                return reply;
            }

            var needsMemory = reply is not null || await process.DiedOfMemoryAsync(either.Token);
            process.Dispose();
            return new ExtractionReply(null, needsMemory ? UnreadableReasons.TooLarge(options.MemoryMegabytes) : UnreadableReasons.Broken(request.Format));
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            process.Dispose();
            return new ExtractionReply(null, UnreadableReasons.TooSlow(limit));
        }
        catch
        {
            // Half a request or half a reply is in its pipes.
            process.Dispose();
            throw;
        }
    }

    private void Release()
    {
        lock (gate)
        {
            if (!disposed)
            {
                places.Release();
            }
        }
    }

    private (ExtractionProcess Process, int Readings) Rent()
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            while (idle.TryPop(out var rented))
            {
                if (!rented.Process.HasEnded)
                {
                    reading.Add(rented.Process);
                    return rented;
                }

                rented.Process.Dispose();
            }

            var started = ExtractionProcess.Start(options.MemoryMegabytes);
            reading.Add(started);
            return (started, 0);
        }
    }

    private void Return(ExtractionProcess process, int readings)
    {
        lock (gate)
        {
            reading.Remove(process);
            if (disposed || readings >= MaxReadings || process.HasEnded)
            {
                process.Dispose();
                return;
            }

            idle.Push((process, readings));
            idleTimer.Change(IdleTime, Timeout.InfiniteTimeSpan);
        }
    }

    private void StopIdle()
    {
        lock (gate)
        {
            while (idle.TryPop(out var stopped))
            {
                stopped.Process.Dispose();
            }
        }
    }
}
