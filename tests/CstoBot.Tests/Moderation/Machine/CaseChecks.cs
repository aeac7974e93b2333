using System.Globalization;
using System.Text.RegularExpressions;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;
using Xunit;

namespace CstoBot.Tests.Moderation.Machine;

/// <summary>What must hold of cases at any time, known from nothing but what was stored and shown.</summary>
internal sealed partial class CaseChecks(OnTimeout onTimeout)
{
    private readonly Dictionary<long, IReadOnlyList<CaseEventKind>> histories = [];
    private readonly Dictionary<long, int> revisions = [];
    private readonly Dictionary<long, GivenAnswer> given = [];
    private readonly HashSet<(long Chat, string Draft)> allowed = [];
    private readonly HashSet<string> allowedAnywhere = [];
    private readonly HashSet<string> unreviewed = [];
    private int shownBefore;

    /// <summary>The highest number of a case; 0 before there is one.</summary>
    public int Highest => (int)histories.Keys.DefaultIfEmpty().Max();

    /// <param name="isRisky">Its answer is uncertain.</param>
    /// <param name="draft">What the answer to it contains, and no other.</param>
    public void Asked(long asker, ModerationMode mode, bool isRisky, string draft)
    {
        if (mode == ModerationMode.Off || (mode == ModerationMode.Risky && !isRisky))
        {
            allowed.Add((asker, draft));
        }
    }

    /// <summary>Called with all that is stored.</summary>
    public void Note(Effects effects)
    {
        foreach (var change in effects.Changes)
        {
            switch (change)
            {
                case Change.AnswerGiven { Answer: var answer }:
                    given[answer.Id] = answer;
                    break;
                case Change.CaseOpened { Case: var opened }:
                    histories.Add(opened.Id, []);
                    revisions[opened.Id] = 0;
                    break;
                case Change.CaseMoved moved:
                    revisions[moved.Next.Id]++;
                    Allow(moved);
                    break;
            }
        }
    }

    public async Task CheckAsync(CaseBot bot, ShownChats chats)
    {
        var (store, audit) = (bot.Get<ICaseStore>(), await bot.Get<IAuditLog>().SinceAsync(DateTimeOffset.UnixEpoch, null, CancellationToken.None).ToListAsync(CancellationToken.None));
        var audited = audit.Where(entry => entry.Action == AuditActions.Case).CountBy(entry => entry.Target).ToDictionary();
        foreach (var id in histories.Keys.Order().ToList())
        {
            var of = await store.FindOrNullAsync(id, CancellationToken.None);
            Assert.NotNull(of);
            var history = await store.HistoryAsync(id, CancellationToken.None);
            CheckHistory(of, [.. history.Select(happened => happened.Kind)]);
            CheckRevision(of);
            CheckDecision(of);
            Assert.Equal(
                history.Count(happened => happened is { By: not null, Kind: not CaseEventKind.Kept }),
                audited.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture)));
        }

        CheckDrafts(chats);
    }

    /// <summary>When all has been delivered, nobody who was there has two answers to one question.</summary>
    public void CheckNothingTwice(ShownChats chats)
    {
        var finals = chats.Shown
            .Where(shown => !chats.EverGone.Contains(shown.Chat) && shown.Part is not null)
            .Select(shown => given[shown.Part!.Value.AnswerId])
            .Where(answer => answer.Outcome is not AnswerOutcome.Held)
            .DistinctBy(answer => answer.Id)
            .GroupBy(answer => (answer.Conversation, answer.QuestionMessageId));
        Assert.All(finals, answers => Assert.Single(answers));
    }

    private void Allow(Change.CaseMoved moved)
    {
        var (of, said) = (moved.Next, DraftsIn(moved.Next.Final?.Answer.Text ?? ""));
        if (of.Decision is { By: not null })
        {
            foreach (var draft in said)
            {
                allowed.Add((of.Question.Conversation.Chat, draft));
                if (of.Origin == CaseOrigin.Reported)
                {
                    allowedAnywhere.Add(draft);
                }
            }
        }
        else if (moved.Event.Kind == CaseEventKind.Expired && onTimeout == OnTimeout.SendUnreviewed)
        {
            unreviewed.UnionWith(DraftsIn(of.Fallback?.Answer.Text ?? ""));
        }
    }

    /// <summary>It only grows, and each event may follow on those before it.</summary>
    private void CheckHistory(Case of, IReadOnlyList<CaseEventKind> history)
    {
        Assert.Equal(histories[of.Id], history.Take(histories[of.Id].Count));
        histories[of.Id] = history;
        CaseState? state = null;
        foreach (var kind in history)
        {
            switch (kind)
            {
                case CaseEventKind.Opened:
                    Assert.Null(state);
                    state = CaseState.Pending;
                    break;
                case CaseEventKind.Reopened:
                    Assert.True(state is null or CaseState.Approved or CaseState.Edited);
                    state = CaseState.Pending;
                    break;
                case CaseEventKind.Kept:
                    Assert.True(state is CaseState.Approved or CaseState.Edited);
                    break;
                case CaseEventKind.Delivered or CaseEventKind.NotDelivered or CaseEventKind.Corrected:
                    break;
                default:
                    Assert.Equal(CaseState.Pending, state);
                    state = After(kind);
                    break;
            }
        }

        Assert.Equal(state, of.State);
    }

    private static CaseState After(CaseEventKind kind) => kind switch
    {
        CaseEventKind.Approved or CaseEventKind.EarlierUsed => CaseState.Approved,
        CaseEventKind.Edited => CaseState.Edited,
        CaseEventKind.Rejected => CaseState.Rejected,
        CaseEventKind.Expired or CaseEventKind.Withdrawn => CaseState.Expired,
        _ => CaseState.Pending,
    };

    private void CheckRevision(Case of)
    {
        // Of whom nothing is kept, the case has changed once more.
        var forgotten = of.Question.Text.Length == 0 && of.Origin != CaseOrigin.Gap ? 1 : 0;
        Assert.Equal(revisions[of.Id] + forgotten, of.Revision);
    }

    private static void CheckDecision(Case of)
    {
        Assert.Equal(of.IsPending, of.Decision is null);
        Assert.False(of.Decision?.By is { } by && by.UserId == of.Question.Conversation.User, $"Case {of.Id}: nobody decides about their own question.");
        Assert.True(of.IsPending || of is { Claim: null, Proposal: null, DueAt: null }, $"Case {of.Id} is decided, and somebody has it still.");
        Assert.True(of.Final is null || of.State is CaseState.Approved or CaseState.Edited);
    }

    /// <summary>What is to be reviewed was shown to its asker only when it had been, or was marked as unreviewed.</summary>
    private void CheckDrafts(ShownChats chats)
    {
        foreach (var shown in chats.Log.Skip(shownBefore).Where(shown => shown.Chat is CaseBot.Anna or CaseBot.Boris || (shown.Chat == CaseBot.Maria && shown.Part is not null)))
        {
            foreach (var draft in DraftsIn(shown.Text).Where(draft => !allowed.Contains((shown.Chat, draft)) && !allowedAnywhere.Contains(draft)))
            {
                Assert.Contains(draft, unreviewed);
                Assert.StartsWith(ReviewTexts.For(Language.English).Unreviewed, shown.Text, StringComparison.Ordinal);
            }
        }

        shownBefore = chats.Log.Count;
    }

    private static IReadOnlyList<string> DraftsIn(string text) => [.. Draft().Matches(text).Select(match => match.Value)];

    [GeneratedRegex(@"<\d+>", RegexOptions.CultureInvariant)]
    private static partial Regex Draft();
}
