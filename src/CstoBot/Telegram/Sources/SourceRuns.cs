using System.Collections.Concurrent;
using CstoBot.Ingestion.Reloading;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Sources;

/// <summary>Begins changes of the corpus that admins ask for; each of them has a message that tells how it goes (<see cref="RunFollower"/>).</summary>
internal sealed class SourceRuns(ICorpusChanges changes, CurrentIndex index, TimeProvider time)
{
    private readonly ConcurrentDictionary<long, FollowedRun> followed = new();

    /// <summary>Those that their messages are to be kept up with.</summary>
    public IReadOnlyCollection<FollowedRun> Followed => [.. followed.Values];

    /// <summary>Begins a change, or joins a reload under way, and tells of it in a new message.</summary>
    /// <param name="target">For the audit log.</param>
    /// <param name="more">What else is to be said when it ends.</param>
    public Effects Begin(Origin origin, CorpusChange change, string target, params IReadOnlyList<Block> more)
    {
        var run = Follow(origin, change, target, more, messageId: null);
        var message = origin.Message(run.Shown, origin.IsGroup ? origin.MessageId : null) with { OfNotice = run.Notice.Id };
        return Effects.Send([message], new Change.NoticeOpened(run.Notice, origin.Bot.Id));
    }

    /// <summary>Begins a change and tells of it in the message whose button was pressed.</summary>
    /// <param name="target">For the audit log.</param>
    /// <param name="more">What else is to be said when it ends.</param>
    public Effects Begin(Incoming.ButtonPress press, CorpusChange change, string target, params IReadOnlyList<Block> more)
    {
        var run = Follow(press.Origin, change, target, more, press.Origin.MessageId);
        var edit = press.Origin.Edit(run.Shown) with { OfNotice = run.Notice.Id };
        return Effects.Reply(new Instant.ButtonReply(press.CallbackId), [edit], new Change.NoticeOpened(run.Notice, press.Origin.Bot.Id));
    }

    /// <summary>Null when it has ended, or is not of this run of the bot.</summary>
    public CorpusRun? RunOrNull(long noticeId) => followed.TryGetValue(noticeId, out var run) && !run.Run.Completion.IsCompleted ? run.Run : null;

    public void Forget(FollowedRun run) => followed.TryRemove(run.Notice.Id, out _);

    private FollowedRun Follow(Origin origin, CorpusChange change, string target, IReadOnlyList<Block> more, int? messageId)
    {
        var (now, edition) = (time.GetUtcNow(), index.ValueOrNull is { } current ? ListEdition.Of(current.Corpus) : "");
        var requester = new CorpusRequester(CorpusCause.Admin, origin.Conversation.User);
        var run = changes.Start(change, requester);
        var audit = ReferenceEquals(run.Requester, requester) ? new RunAudit(origin.Conversation.User, RunAudits.ActionOf(change), target) : null;
        var notice = new RunNotice(AnswerIds.New(now), origin.Place(), origin.Language, MessageId: null, now, audit);
        var shown = RunRenderer.Progress(run.Progress, notice.Id, isJoined: audit is null, origin.Language);
        return followed[notice.Id] = new FollowedRun(run, notice, edition, more, messageId, shown);
    }
}

/// <summary>A change under way and a message that tells of it.</summary>
/// <param name="Edition">Of the corpus when it was asked for.</param>
/// <param name="More">What else is to be said when it ends.</param>
/// <param name="PressedId">The message it is told in, where that was there before; null for a new one.</param>
internal sealed record FollowedRun(CorpusRun Run, RunNotice Notice, string Edition, IReadOnlyList<Block> More, int? PressedId, RenderedMessage Shown)
{
    /// <summary>What the message says by now.</summary>
    public RenderedMessage Shown { get; set; } = Shown;

    /// <summary>When it was written last.</summary>
    public DateTimeOffset ShownAt { get; set; } = Notice.At;

    /// <summary>When the change was first seen to have ended; null before.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>After a failure, not before that.</summary>
    public DateTimeOffset NextTry { get; set; } = DateTimeOffset.MinValue;
}
