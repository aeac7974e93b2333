using TelegramSandbox.BotApi;

namespace TelegramSandbox.Limits;

/// <summary>Refuses messages and edits that come faster than Telegram allows. A refused message uses up nothing.</summary>
internal sealed class RateLimiter(SandboxOptions options)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Dictionary<long, SlidingWindow> chats = [];
    private readonly SlidingWindow everybody = new(options.Limits.PerSecond, TimeSpan.FromSeconds(1));
    private readonly Dictionary<long, Bucket> buckets = [];

    /// <summary>How many messages and edits came too fast.</summary>
    public int Refused { get; private set; }

    /// <exception cref="ApiRefusal">429 with the whole seconds to wait.</exception>
    public void Take(SandboxChat chat)
    {
        if (!options.RateLimits)
        {
            return;
        }

        var now = options.TimeProvider.GetUtcNow();
        var wait = TimeSpan.FromTicks(Math.Max(everybody.Wait(now).Ticks, ChatWait(chat, now).Ticks));
        if (wait > TimeSpan.Zero)
        {
            Refused++;
            throw ApiRefusal.TooManyRequests((int)Math.Ceiling(wait.TotalSeconds));
        }

        everybody.Take(now);
        if (chat.Type == SandboxChatType.Private)
        {
            BucketOf(chat).Take(now);
        }
        else
        {
            WindowOf(chat).Take(now);
        }
    }

    private TimeSpan ChatWait(SandboxChat chat, DateTimeOffset now) =>
        chat.Type == SandboxChatType.Private ? BucketOf(chat).Wait(now) : WindowOf(chat).Wait(now);

    private Bucket BucketOf(SandboxChat chat) =>
        buckets.TryGetValue(chat.Id, out var bucket)
            ? bucket
            : buckets[chat.Id] = new Bucket(options.Limits.ChatBurst, options.Limits.PerSecondPerChat);

    private SlidingWindow WindowOf(SandboxChat chat) =>
        chats.TryGetValue(chat.Id, out var window)
            ? window
            : chats[chat.Id] = new SlidingWindow(options.Limits.PerMinutePerGroup, Minute);
}
