using System.Collections.Concurrent;
using System.Security.Cryptography;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Live;

/// <summary>
/// The answers that are being written now. Their ids are of this run only: a button of an earlier one means nothing, as nothing of that run is
/// being written.
/// </summary>
internal sealed class LiveAnswers(
    TelegramCalls calls, ILiveMessages messages, LiveWriter writer, Roles roles, IHostApplicationLifetime lifetime)
{
    private readonly ConcurrentDictionary<long, LiveAnswer> running = new();

    /// <summary>
    /// Null where nobody is to read along: an answer that takes the place of another one changes only once, and what a group reads in private
    /// is not shown before the group.
    /// </summary>
    public LiveAnswer? BeginOrNull(Incoming.Question question, EarlierAnswer? earlier, CancellationToken cancellationToken)
    {
        var origin = question.Origin;
        if (earlier is not null || origin is { IsGroup: true, Settings.AnswersInPrivate: true })
        {
            return null;
        }

        while (true)
        {
            var id = RandomNumberGenerator.GetInt32(1, int.MaxValue);
            var asker = new Asker(origin.Conversation.Chat, origin.Conversation.User);
            var live = new LiveAnswer(id, asker, ViewOf(question, id), writer, Remove, lifetime.ApplicationStopping, cancellationToken);
            if (running.TryAdd(id, live))
            {
                return live;
            }
        }
    }

    /// <summary>Only who asked may stop an answer, and who moderates.</summary>
    public async Task<StopVerdict> StopAsync(StopRequest request, CancellationToken cancellationToken)
    {
        if (!running.TryGetValue(request.LiveId, out var live) || live.Asker.ChatId != request.ChatId)
        {
            return StopVerdict.Over;
        }

        if (live.Asker.UserId != request.UserId && await roles.OfAsync(request.UserId, cancellationToken) < Role.Moderator)
        {
            return StopVerdict.NotAllowed;
        }

        live.Stop();
        return StopVerdict.Stopped;
    }

    private ILiveView ViewOf(Incoming.Question question, long id)
    {
        var (origin, heading) = (question.Origin, question.IsSuggested ? question.Text : null);
        return origin.IsGroup
            ? new MessageView(calls, messages, origin.Bot.Id, origin.Place(), id, origin.MessageId, heading)
            : new DraftView(calls, origin.Place(), id, heading);
    }

    private void Remove(LiveAnswer live) => running.TryRemove(live.Id, out _);
}

internal enum StopVerdict
{
    Stopped,

    /// <summary>There is nothing to be stopped any more.</summary>
    Over,
    NotAllowed,
}
