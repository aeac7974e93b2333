using System.Collections.Concurrent;
using CstoBot.Conversations;
using CstoBot.Ingestion.Reloading;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Sources;

/// <summary>Tells the moderators' chat, at most once an hour, when what the bot takes up by itself fails. Nobody waits for it, so nobody else would know.</summary>
internal sealed class SourceAlarm : IDisposable
{
    private const string Clock = "sources alarm";
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly ConcurrentQueue<CorpusRun> begun = new();
    private readonly ICorpusChanges changes;
    private readonly ICaseStore clock;
    private readonly CaseCards cards;
    private readonly IChatSettings settings;
    private readonly UnpromptedEffects unprompted;
    private readonly TimeProvider time;
    private string told = "";

    public SourceAlarm(ICorpusChanges changes, ICaseStore clock, CaseCards cards, IChatSettings settings, UnpromptedEffects unprompted, TimeProvider time)
    {
        (this.changes, this.clock, this.cards, this.settings, this.unprompted, this.time) = (changes, clock, cards, settings, unprompted, time);
        changes.Began += Note;
    }

    /// <summary>Looks at those that have ended, in the order in which they began.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        while (begun.TryPeek(out var run) && run.Completion.IsCompletedSuccessfully)
        {
            await TellAsync(run.Completion.Result, cancellationToken);
            begun.TryDequeue(out _);
        }
    }

    public void Dispose() => changes.Began -= Note;

    private void Note(CorpusRun run)
    {
        if (cards.ModeratorsChat is not null && run.Requester.Cause is CorpusCause.Watch or CorpusCause.Schedule)
        {
            begun.Enqueue(run);
        }
    }

    /// <summary>The same is not told again: a page that is gone stays gone.</summary>
    private async Task TellAsync(CorpusOutcome outcome, CancellationToken cancellationToken)
    {
        if (cards.ModeratorsChat is not { } chat)
        {
            return;
        }

        var language = (await settings.FindAsync(chat.ChatId, cancellationToken)).Language ?? Language.English;
        var (now, message) = (time.GetUtcNow(), RunRenderer.AlarmOrNull(outcome, language));
        if (message is null)
        {
            told = "";
        }
        else if (message.Text.Plain != told && (await clock.LastOrNullAsync(Clock, cancellationToken) is not { } last || now - last >= Quiet))
        {
            await unprompted.CarryOutAsync(Effects.Send([new Outgoing.Message(chat, message)], new Change.ClockNoted(Clock, now)), cancellationToken);
            told = message.Text.Plain;
        }
    }
}
