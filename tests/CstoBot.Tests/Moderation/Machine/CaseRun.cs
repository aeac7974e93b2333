using System.Globalization;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Retrieval;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace CstoBot.Tests.Moderation.Machine;

/// <summary>Plays steps on the bot, and looks after each whether all is as it must be.</summary>
internal sealed class CaseRun : IDisposable
{
    private const string Facts = "Six states are members of the organization. The council met in Minsk in June. The secretariat is in Moscow.";
    private static readonly string[] Questions = ["Which states are members?", "Where did the council meet?", "Where is the secretariat?", "Is anybody sure of it?"];
    private static readonly string[] Edits = ["Six states are members of the organization. [1]", "Ask the press office.", "[[council in Minsk]]", " "];
    private static readonly int[] Waits = [1, 11, 130, 600];
    private static readonly long[] Askers = [CaseBot.Anna, CaseBot.Boris, CaseBot.Maria];
    private static readonly Lazy<PassageIndex> Before = new(() => SomeCorpus.Index(Facts));
    private static readonly Lazy<PassageIndex> After = new(() => SomeCorpus.Index("Seven observers were there. The council will meet in Bishkek in May."));
    private static readonly Lazy<Answer> Cited = new(() => ((AnswerOutcome.Answered)Before.Value.AskAsync("Which states are members of the organization?").GetAwaiter().GetResult()).Answer);

    private readonly FakeTimeProvider time = new(Some.Time);
    private readonly CurrentIndex documents = new();
    private readonly List<(long Chat, int Message)> asked = [];
    private readonly List<long> proposals = [];
    private readonly CaseChecks checks;
    private readonly CaseBot bot;
    private readonly ShownChats chats;
    private int answers;

    public CaseRun(OnTimeout onTimeout)
    {
        documents.Switch(Before.Value);
        checks = new CaseChecks(onTimeout);
        bot = new CaseBot(new ScriptedAnswerer { Answer = (conversation, _) => Task.FromResult(Answer(conversation)) }, time, onTimeout, documents, Committed);
        chats = new ShownChats(() => bot.Get<IOutbox>());
    }

    public static void Play(IReadOnlyList<CaseStep> steps) => PlayAsync(steps).GetAwaiter().GetResult();

    public void Dispose() => bot.Dispose();

    private static async Task PlayAsync(IReadOnlyList<CaseStep> steps)
    {
        using var run = new CaseRun(steps.Count % 2 == 0 ? OnTimeout.TellUser : OnTimeout.SendUnreviewed);
        foreach (var step in steps)
        {
            await run.StepAsync(step);
            await run.checks.CheckAsync(run.bot, run.chats);
        }

        await run.ClockAsync();
        await run.DeliverAsync(int.MaxValue);
        await run.checks.CheckAsync(run.bot, run.chats);
        run.checks.CheckNothingTwice(run.chats);
    }

    private async Task StepAsync(CaseStep step)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        if (ReadOrNull(step) is not { } read)
        {
            await DoAsync(step);
            await (step.Meanwhile is { } then ? StepAsync(then) : Task.CompletedTask);
            return;
        }

        var effects = await read();
        if (step.Meanwhile is { } meanwhile)
        {
            await StepAsync(meanwhile);
        }

        try
        {
            await bot.CompleteAsync(effects);
        }
        catch (StaleCaseException) when (step.Meanwhile is not null)
        {
            // As the bot does; what is decided on the case as it is now must be stored.
            await bot.CompleteAsync(await read());
        }
    }

    private AnswerOutcome Answer(Conversation conversation) => new AnswerOutcome.Answered(Cited.Value with
    {
        Statements = [new Statement(string.Create(CultureInfo.InvariantCulture, $"Fact <{answers / 3}> holds."), [1])],
        Confidence = conversation.Question == Questions[3] ? 0.01 : 0.95,
    });

    private void Committed(Effects effects)
    {
        checks.Note(effects);
        proposals.AddRange(effects.Changes.OfType<Change.CaseMoved>().Select(moved => moved.Next.Proposal?.Draft.Id).OfType<long>());
    }

    /// <summary>What an update is about; null when it is none, or there is nothing to be done it with.</summary>
    private Func<Task<Effects>>? ReadOrNull(CaseStep step)
    {
        var asker = Askers[step.Who % Askers.Length];
        var caseId = checks.Highest == 0 ? 0 : 1 + (step.Which % checks.Highest);
        switch (step.Kind)
        {
            case CaseStepKind.Ask:
                asked.Add((asker, chats.NextMessage()));
                return Asking(asker, asked[^1].Message, Questions[step.Which % Questions.Length], isEdited: false);
            case CaseStepKind.EditQuestion when asked.Count > 0:
                var (chat, message) = asked[step.Which % asked.Count];
                return Asking(chat, message, Questions[step.What % Questions.Length], isEdited: true);
            case CaseStepKind.Forget:
                // Whose answers are forgotten, of them nothing can be changed any more.
                chats.EverGone.Add(asker);
                return () => bot.HandleAsync(new Incoming.ButtonPress(OriginOf(asker, asker, 1), "callback", new CommandButton(CommandText.Forget, "yes").ToString()));
            case CaseStepKind.Mode:
                var mode = (ModerationMode)(step.What % 3);
                return () => Task.FromResult(Effects.Send([], new Change.ModerationChosen(asker, mode)));
            case CaseStepKind.Report:
                return () => bot.HandleAsync(new Incoming.Command(OriginOf(asker, asker, 1), CommandText.Report, "No good."));
            case CaseStepKind.Vote when chats.Shown.LastOrDefault(shown => shown.Chat == asker && shown.Part is not null)?.Part is { } part:
                return () => bot.HandleAsync(new Incoming.ButtonPress(OriginOf(asker, asker, 1), "callback", new ButtonData.GiveReason(part.AnswerId, (VoteReason)step.What).ToString()));
            case CaseStepKind.Queue:
                return () => bot.HandleAsync(new Incoming.Command(OriginOf(Moderator(step), CaseBot.ModeratorsChat, 1), CommandText.Queue));
            case CaseStepKind.Show:
                return () => bot.HandleAsync(new Incoming.Command(OriginOf(Moderator(step), step.What == 0 ? Moderator(step) : CaseBot.ModeratorsChat, 1), CommandText.Case, $"{caseId}"));
            case CaseStepKind.WriteEdit when caseId > 0:
                return () => WriteAsync(caseId, step);
            case CaseStepKind.Confirm when caseId > 0:
                return () => ConfirmAsync(caseId, step);
            default:
                return caseId > 0 && VerbOrNull(step) is var (verb, number) ? () => PressAsync(new CaseButton(caseId, verb, number), step) : null;
        }
    }

    private static (CaseVerb Verb, long? Number)? VerbOrNull(CaseStep step) => step.Kind switch
    {
        CaseStepKind.Approve => (CaseVerb.Approve, null),
        CaseStepKind.Take => (step.What % 2 == 0 ? CaseVerb.Take : CaseVerb.Edit, null),
        CaseStepKind.Skip => (CaseVerb.Skip, null),
        CaseStepKind.Drop => (CaseVerb.Drop, null),
        CaseStepKind.Reject => (CaseVerb.Reject, step.What),
        CaseStepKind.UseEarlier => (CaseVerb.Use, 1 + step.What),
        CaseStepKind.Keep => (CaseVerb.Keep, null),
        _ => null,
    };

    private Func<Task<Effects>> Asking(long asker, int message, string text, bool isEdited) => async () =>
    {
        answers++;
        checks.Asked(asker, (await bot.Get<IChatSettings>().FindAsync(asker, CancellationToken.None)).Moderation ?? ModerationMode.Off, text == Questions[3], $"<{answers / 3}>");
        return await bot.HandleAsync(new Incoming.Question(OriginOf(asker, asker, message), text, IsEdited: isEdited));
    };

    private async Task<Effects> WriteAsync(long caseId, CaseStep step)
    {
        var cards = await bot.Get<ICaseStore>().CardsAsync(caseId, CancellationToken.None);
        if (cards.FirstOrDefault(card => card.ChatId == CaseBot.ModeratorsChat) is not { MessageId: > 0 and var card })
        {
            return Effects.None;
        }

        var (origin, text) = (OriginOf(Moderator(step), CaseBot.ModeratorsChat, chats.NextMessage()), Edits[step.What % Edits.Length]);
        return await bot.HandleAsync(new Incoming.Question(origin, text) { Reply = new ReplyToBot(card, text) });
    }

    private async Task<Effects> ConfirmAsync(long caseId, CaseStep step)
    {
        var current = (await bot.Get<ICaseStore>().FindOrNullAsync(caseId, CancellationToken.None))?.Proposal?.Draft.Id;
        var draft = step.What > 0 ? current : proposals.FirstOrDefault(id => id != current);
        return await PressAsync(new CaseButton(caseId, CaseVerb.Send, draft ?? 1), step);
    }

    private Task<Effects> PressAsync(CaseButton button, CaseStep step) => bot.HandleAsync(
        new Incoming.ButtonPress(OriginOf(Moderator(step), CaseBot.ModeratorsChat, 1), "callback", button.ToString()));

    private async Task DoAsync(CaseStep step)
    {
        var asker = Askers[step.Who % Askers.Length];
        switch (step.Kind)
        {
            case CaseStepKind.Clock:
                await ClockAsync();
                break;
            case CaseStepKind.Wait:
                time.Advance(TimeSpan.FromMinutes(Waits[step.What]));
                break;
            case CaseStepKind.SwitchDocuments:
                documents.Switch(step.What % 2 == 0 ? After.Value : Before.Value);
                break;
            case CaseStepKind.Deliver:
                await DeliverAsync(step.What == 0 ? 1 : int.MaxValue);
                break;
            case CaseStepKind.Block when chats.Gone.Add(asker):
                chats.EverGone.Add(asker);
                break;
            case CaseStepKind.Block:
                chats.Gone.Remove(asker);
                break;
            case CaseStepKind.Restart:
                bot.Restart();
                break;
        }
    }

    private async Task ClockAsync()
    {
        var now = time.GetUtcNow();
        foreach (var due in await bot.Get<ICaseStore>().DueAsync(now, 50, CancellationToken.None))
        {
            var outcome = await bot.Get<CaseActions>().CarryOutAsync(due, new CaseAction.Expire(), by: null, now, CancellationToken.None);
            await bot.Get<UnpromptedEffects>().CarryOutAsync(outcome.Effects, CancellationToken.None);
        }

        await bot.Get<Corrections>().MakeAsync(CancellationToken.None);
        await bot.Get<CurationWatch>().LookAsync(CancellationToken.None);
    }

    private async Task DeliverAsync(int count)
    {
        foreach (var entry in (await bot.Get<IOutbox>().OpenAsync(CaseBot.BotId, CancellationToken.None)).Take(count))
        {
            await bot.Get<IOutbox>().CompleteAsync(entry, await chats.CarryOutAsync(entry.Outgoing), time.GetUtcNow(), CancellationToken.None);
        }
    }

    private static long Moderator(CaseStep step) => step.Who % 2 == 0 ? CaseBot.Maria : CaseBot.Viktor;

    private static Origin OriginOf(long person, long chat, int message) => new(new ConversationKey(chat, 0, person), message, IsGroup: chat < 0, "en")
    {
        Bot = new BotIdentity(CaseBot.BotId, "bot"),
        PersonName = $"Person {person}",
    };
}
