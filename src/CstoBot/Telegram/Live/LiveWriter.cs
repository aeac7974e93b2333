using System.Threading.Channels;
using CstoBot.Answering;
using CstoBot.Telegram.Sending;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Live;

/// <summary>
/// Shows what was verified so far, the newest state each time, as fast as Telegram's rates allow without taking anything from what is stored.
/// A courtesy: it never delays and never fails the answer.
/// </summary>
internal sealed partial class LiveWriter(SendSchedule schedule, MarkupDefects defects, TimeProvider time, ILogger<LiveWriter> logger)
{
    /// <summary>How long a call may take: the answer waits for one that is under way, so that it cannot come after it.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    // A timer for less is not worth it.
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(50);

    private enum Attempt
    {
        Shown,
        NotShown,
        GivenUp,
    }

    /// <param name="news">The newest state; what was not shown in time is not in it any more.</param>
    /// <param name="shown">Called whenever something was shown.</param>
    /// <param name="ending">Cancelled when nothing more is to be shown; what is being shown is shown.</param>
    /// <param name="aborting">Cancelled when that is to be broken off too.</param>
    public async Task WriteAsync(
        ILiveView view, ChannelReader<Answer> news, Action shown, CancellationToken ending, CancellationToken aborting)
    {
        try
        {
            var (latest, attempt, isFirst) = (await news.ReadAsync(ending), Attempt.NotShown, true);
            while (attempt != Attempt.GivenUp)
            {
                await WaitForTurnAsync(view.Place, isFirst, ending);
                latest = news.TryRead(out var newest) ? newest : latest;
                attempt = await TryAsync(view, latest, shown, ending, aborting);
                isFirst = isFirst && attempt != Attempt.Shown;
                await Task.Delay(view.Interval, time, ending);
                if (attempt == Attempt.Shown)
                {
                    await WaitForNewsAsync(view, news, ending);
                }
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested || aborting.IsCancellationRequested)
        {
            // The answer is there, or nobody waits for it any more.
        }
        catch (Exception exception)
        {
            LogFailed(exception);
        }
    }

    /// <summary>Removes what was shown of an answer that will not come.</summary>
    public async Task WithdrawAsync(ILiveView view, CancellationToken aborting)
    {
        using var limited = Limited(aborting, out var limit);
        using var _ = limit;
        try
        {
            await view.WithdrawAsync(limited.Token);
        }
        catch (Exception exception)
        {
            // It is noted, and removed at the next start.
            LogNotShown(exception.GetType().Name);
        }
    }

    private async Task<Attempt> TryAsync(ILiveView view, Answer answer, Action shown, CancellationToken ending, CancellationToken aborting)
    {
        using var limited = Limited(aborting, out var limit);
        using var _ = limit;
        try
        {
            ending.ThrowIfCancellationRequested();
            await view.ShowAsync(answer, limited.Token);
            schedule.NoteAccepted();
            shown();
            return Attempt.Shown;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !aborting.IsCancellationRequested)
        {
            return After(view, new SendFailure.Transient(MayHaveArrived: true));
        }
        catch (RequestException exception) when (!aborting.IsCancellationRequested)
        {
            return After(view, SendFailure.Of(exception));
        }
        finally
        {
            schedule.End(view.Place, time.GetUtcNow());
        }
    }

    private Attempt After(ILiveView view, SendFailure failure)
    {
        LogNotShown(failure.GetType().Name);
        if (failure is SendFailure.TooFast(var wait))
        {
            schedule.Hold(view.Place, time.GetUtcNow(), wait);
        }
        else if (failure is SendFailure.BadMarkup)
        {
            defects.Note();
        }

        return !view.GoesOnAfter(failure) ? Attempt.GivenUp
            : failure is SendFailure.TooLate or SendFailure.DoneUnread ? Attempt.Shown
            : Attempt.NotShown;
    }

    private async Task WaitForTurnAsync(ChatPlace place, bool isFirst, CancellationToken cancellationToken)
    {
        while (schedule.TakeSpareOrWait(place, time.GetUtcNow(), isFirst) is { } turn)
        {
            var wait = turn - time.GetUtcNow();
            await Task.Delay(wait > ShortestWait ? wait : ShortestWait, time, cancellationToken);
        }
    }

    /// <summary>Until there is more to show, or what is shown would vanish.</summary>
    private async Task WaitForNewsAsync(ILiveView view, ChannelReader<Answer> news, CancellationToken ending)
    {
        using var vanishing = new CancellationTokenSource(view.Lifetime, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(vanishing.Token, ending);
        try
        {
            await news.WaitToReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            // The same is shown again.
        }
    }

    private CancellationTokenSource Limited(CancellationToken aborting, out CancellationTokenSource limit)
    {
        limit = new CancellationTokenSource(Patience, time);
        return CancellationTokenSource.CreateLinkedTokenSource(limit.Token, aborting);
    }

    [LoggerMessage(8003, LogLevel.Debug, "What is being written could not be shown ({Kind})")]
    private partial void LogNotShown(string kind);

    [LoggerMessage(8004, LogLevel.Error, "Showing what is being written failed; the answer comes all the same")]
    private partial void LogFailed(Exception exception);
}
