namespace CstoBot.Telegram.Sending;

/// <summary>
/// Decides when a message may go: Telegram's rates overall, for a chat and for a group, and the waits it asked for.
/// Knows no clock; may be used from several threads.
/// </summary>
internal sealed class SendSchedule(SendRates rates)
{
    // A chat may get a few messages at once when it then rests: what the parts of a long answer need.
    private const int Burst = 3;
    private const int ChatsBeforeCleaning = 1_000;

    // An answer's message goes at once even right after a glimpse of it.
    private const int KeptInChat = 1;

    // Telegram counts when a message arrives there, which is not exactly when it was sent.
    private static readonly TimeSpan Margin = TimeSpan.FromMilliseconds(50);

    // One refusal is a chat's; several in a row, from whatever chats, mean that Telegram wants rest from the whole bot.
    private const int RefusalsThatMeanAll = 3;

    private readonly Lock gate = new();
    private readonly RateWindow overall = new(rates.PerSecond, TimeSpan.FromSeconds(1) + Margin);
    private readonly Dictionary<long, ChatState> chats = [];
    private DateTimeOffset allHeldUntil = DateTimeOffset.MinValue;
    private int refusalsInARow;

    /// <summary>Takes a place for a message now, if there is one; <see cref="End(Outgoing, DateTimeOffset)"/> is to follow.</summary>
    /// <returns>Null when it may go now; otherwise when to ask again.</returns>
    public DateTimeOffset? TakeOrWait(Outgoing outgoing, DateTimeOffset now) =>
        Counts(outgoing) ? TakeOrWait(outgoing.Place, now, default) : HeldOrNull(outgoing.Place, now);

    /// <summary>For what is only a courtesy: there is a place only where enough are left for what is stored, which then need not wait for this.</summary>
    /// <param name="isFirst">Nothing was shown there yet: that comes before any change of what is shown elsewhere.</param>
    /// <inheritdoc cref="TakeOrWait(Outgoing, DateTimeOffset)"/>
    public DateTimeOffset? TakeSpareOrWait(ChatPlace place, DateTimeOffset now, bool isFirst) =>
        TakeOrWait(place, now, new Kept(KeptInChat, (rates.PerMinutePerGroup + 1) / 2, isFirst ? (rates.PerSecond + 2) / 3 : (rates.PerSecond + 1) / 2));

    /// <summary>The call for which a place was taken is over, whatever came of it.</summary>
    public void End(Outgoing outgoing, DateTimeOffset now)
    {
        if (Counts(outgoing))
        {
            End(outgoing.Place, now);
        }
    }

    /// <inheritdoc cref="End(Outgoing, DateTimeOffset)"/>
    public void End(ChatPlace place, DateTimeOffset now)
    {
        lock (gate)
        {
            StateOf(place, now).Group.End(now);
            overall.End(now);
        }
    }

    /// <summary>Telegram asked to wait: nothing goes to the chat, or to any chat when it refuses all, before that time is over.</summary>
    public void Hold(ChatPlace place, DateTimeOffset now, TimeSpan wait)
    {
        lock (gate)
        {
            var chat = StateOf(place, now);
            chat.HeldUntil = Latest(chat.HeldUntil, now + wait);
            if (++refusalsInARow >= RefusalsThatMeanAll)
            {
                allHeldUntil = Latest(allHeldUntil, now + wait);
            }
        }
    }

    /// <summary>Telegram took something.</summary>
    public void NoteAccepted()
    {
        lock (gate)
        {
            refusalsInARow = 0;
        }
    }

    /// <summary>Behaves as if the rate were used up: for a start after a sudden end, of which Telegram knows what this does not.</summary>
    public void AssumeBusy(IEnumerable<ChatPlace> places, DateTimeOffset now)
    {
        lock (gate)
        {
            for (var taken = 0; taken < rates.PerSecond; taken++)
            {
                overall.Begin();
                overall.End(now);
            }

            foreach (var chat in places.Select(place => StateOf(place, now)))
            {
                for (var taken = 0; taken < Burst; taken++)
                {
                    chat.Steady.Take(now);
                }
            }
        }
    }

    /// <summary>What counts towards no rate waits all the same when Telegram asked for a pause.</summary>
    private DateTimeOffset? HeldOrNull(ChatPlace place, DateTimeOffset now)
    {
        lock (gate)
        {
            return Latest(allHeldUntil, StateOf(place, now).HeldUntil) is var held && held > now ? held : null;
        }
    }

    private DateTimeOffset? TakeOrWait(ChatPlace place, DateTimeOffset now, Kept kept)
    {
        lock (gate)
        {
            var chat = StateOf(place, now);
            var earliest = Latest(
                allHeldUntil, chat.HeldUntil, chat.Steady.Earliest(now, kept.InChat), chat.Group.Earliest(now, kept.InGroup), overall.Earliest(now, kept.Overall));
            if (earliest > now)
            {
                return earliest;
            }

            chat.Steady.Take(now);
            chat.Group.Begin();
            overall.Begin();
            return null;
        }
    }

    /// <summary>Messages and edits count towards Telegram's rates.</summary>
    private static bool Counts(Outgoing outgoing) => outgoing is not Outgoing.Deletion;

    private ChatState StateOf(ChatPlace place, DateTimeOffset now)
    {
        if (chats.TryGetValue(place.ChatId, out var known))
        {
            return known;
        }

        if (chats.Count >= ChatsBeforeCleaning)
        {
            foreach (var (id, _) in chats.Where(chat => chat.Value.IsIdle(now)).ToList())
            {
                chats.Remove(id);
            }
        }

        return chats[place.ChatId] = new ChatState(
            new RateBucket(Burst, rates.PerSecondPerChat == 0 ? TimeSpan.Zero : (TimeSpan.FromSeconds(1) / rates.PerSecondPerChat) + Margin),
            new RateWindow(place.IsGroup ? rates.PerMinutePerGroup : 0, TimeSpan.FromMinutes(1) + Margin));
    }

    private static DateTimeOffset Latest(params ReadOnlySpan<DateTimeOffset> times)
    {
        var latest = times[0];
        foreach (var time in times)
        {
            latest = time > latest ? time : latest;
        }

        return latest;
    }

    /// <summary>How many places are left to others.</summary>
    private readonly record struct Kept(int InChat, int InGroup, int Overall);

    private sealed class ChatState(RateBucket steady, RateWindow group)
    {
        public RateBucket Steady { get; } = steady;

        public RateWindow Group { get; } = group;

        public DateTimeOffset HeldUntil { get; set; } = DateTimeOffset.MinValue;

        public bool IsIdle(DateTimeOffset now) => Steady.IsIdle(now) && Group.IsIdle(now) && HeldUntil <= now;
    }
}

/// <summary>0: no limit.</summary>
internal sealed record SendRates(int PerSecond, int PerSecondPerChat, int PerMinutePerGroup)
{
    public static SendRates Of(TelegramOptions options) =>
        new(options.MessagesPerSecond, options.MessagesPerSecondPerChat, options.MessagesPerMinutePerGroup);
}
