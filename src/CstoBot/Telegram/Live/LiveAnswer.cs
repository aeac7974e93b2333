using System.Threading.Channels;
using CstoBot.Answering;

namespace CstoBot.Telegram.Live;

/// <summary>One answer while it is being written: passes on what is told of it, and takes the wish to stop.</summary>
internal sealed class LiveAnswer : IProgress<Answer>, IAsyncDisposable
{
    private readonly Lock gate = new();
    private readonly Channel<Answer> newest = Channel.CreateBounded<Answer>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource ending;
    private readonly CancellationTokenSource unseen;
    private readonly ILiveView view;
    private readonly LiveWriter writer;
    private readonly Action<LiveAnswer> over;
    private readonly CancellationToken aborting;
    private Task writing = Task.CompletedTask;
    private Task stopping = Task.CompletedTask;
    private bool hasBegun;
    private bool isOver;
    private bool isKept;

    /// <param name="over">Called once, when nothing of it can be stopped any more.</param>
    /// <param name="ending">Cancelled when the bot ends: from then on nothing is shown.</param>
    /// <param name="aborting">Cancelled when the work on the answer is broken off.</param>
    public LiveAnswer(long id, Asker asker, ILiveView view, LiveWriter writer, Action<LiveAnswer> over, CancellationToken ending, CancellationToken aborting)
    {
        (Id, Asker, this.view, this.writer, this.over, this.aborting) = (id, asker, view, writer, over, aborting);
        this.ending = CancellationTokenSource.CreateLinkedTokenSource(ending, aborting);
        unseen = CancellationTokenSource.CreateLinkedTokenSource(aborting);
        (Listener, Unseen) = (new AnswerListener(this, stop.Token), unseen.Token);
    }

    public long Id { get; }

    public Asker Asker { get; }

    public AnswerListener Listener { get; }

    /// <summary>Cancelled as soon as something of the answer can be read.</summary>
    public CancellationToken Unseen { get; }

    public void Report(Answer value)
    {
        lock (gate)
        {
            newest.Writer.TryWrite(value);
            if (!hasBegun && !isOver)
            {
                hasBegun = true;
                writing = Task.Run(() => writer.WriteAsync(view, newest.Reader, unseen.Cancel, ending.Token, aborting), CancellationToken.None);
            }
        }
    }

    /// <summary>The answer ends with what was verified by now.</summary>
    public void Stop()
    {
        lock (gate)
        {
            if (!isOver && !stop.IsCancellationRequested)
            {
                stopping = stop.CancelAsync();
            }
        }
    }

    /// <summary>Nothing more is shown. Waits for a call that is under way, or it could come after the answer.</summary>
    /// <returns>The message that the answer is to take the place of; null where there is none.</returns>
    public async Task<int?> EndAsync()
    {
        lock (gate)
        {
            isOver = true;
        }

        await ending.CancelAsync();
        await writing;
        return view.MessageId;
    }

    /// <summary>The answer takes the place of what was shown; otherwise that is removed.</summary>
    public void Keep() => isKept = true;

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        over(this);
        await stopping;
        if (!isKept)
        {
            await writer.WithdrawAsync(view, aborting);
        }

        stop.Dispose();
        ending.Dispose();
        unseen.Dispose();
    }
}

/// <summary>Who asked, and where.</summary>
internal readonly record struct Asker(long ChatId, long UserId);
