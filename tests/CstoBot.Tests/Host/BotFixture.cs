using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;

namespace CstoBot.Tests.Host;

/// <summary>A Telegram of its own and a bot in it.</summary>
internal sealed class BotFixture : IAsyncDisposable
{
    /// <summary>How long a test waits for what must come: longer than a busy machine takes, since only a failing test waits so long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private BotRun? run;
    private int updatesMade;

    private BotFixture(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        Setting = new BotSetting(sandbox, folder.Path);
    }

    public SandboxServer Sandbox { get; }

    public BotSetting Setting { get; }

    public ScriptedAnswerer Answerer => Setting.Answerer;

    public BotRun Run => run ?? throw new InvalidOperationException("The bot does not run.");

    public SandboxChat Private => Sandbox.PrivateChat(Sandbox.User);

    /// <summary>A sandbox, and a bot that does not run yet.</summary>
    public static async Task<BotFixture> PrepareAsync() =>
        new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None));

    public static async Task<BotFixture> StartAsync()
    {
        var fixture = await PrepareAsync();
        await fixture.StartBotAsync();
        return fixture;
    }

    public async Task StartBotAsync() => run = await BotRun.StartAsync(Setting);

    public async Task StopBotAsync()
    {
        await Run.DisposeAsync();
        run = null;
    }

    public async Task StopBotAtOnceAsync()
    {
        await Run.StopAtOnceAsync();
        run = null;
    }

    /// <summary>Puts something into the running bot's outbox, as what comes of an update.</summary>
    public async Task PutAsync(params IReadOnlyList<Outgoing> outgoing)
    {
        var inbox = Run.Services.GetRequiredService<IInbox>();
        var update = new ReceivedUpdate(new UpdateKey(Sandbox.BotId, ++updatesMade), "{}");
        await inbox.AddAsync([update], Some.Time, CancellationToken.None);
        var entries = await inbox.CompleteAsync(update.Key, Effects.Send(outgoing), firstBegins: false, Some.Time, CancellationToken.None);
        await Run.Services.GetRequiredService<OutboxSender>().AddAsync(entries, CancellationToken.None);
    }

    /// <summary>Writes to the bot as the user, in their private chat, and waits for its next message there.</summary>
    public Task<SandboxMessage> AskAsync(string text) => AskAsync(Sandbox.User, Private, text);

    public Task<SandboxMessage> AskAsync(Person person, SandboxChat chat, string text, int? replyTo = null, int? threadId = null)
    {
        var messageId = Sandbox.Send(person, chat, text, replyTo, threadId);
        return NextFromBotAsync(chat, messageId);
    }

    public Task<SandboxMessage> NextFromBotAsync(SandboxChat chat, int afterMessageId) => WaitAsync(chat, message => message.From.IsBot && message.Id > afterMessageId);

    /// <exception cref="TimeoutException">None came; the message tells what the bot did instead.</exception>
    public async Task<SandboxMessage> WaitAsync(SandboxChat chat, Func<SandboxMessage, bool> predicate)
    {
        try
        {
            return await Sandbox.WaitForMessageAsync(chat, predicate, Patience, CancellationToken.None);
        }
        catch (TimeoutException exception)
        {
            var calls = Sandbox.Calls.TakeLast(20).Select(call => $"{call.Time:mm:ss.fff} {call.Method} {call.StatusCode}");
            throw new TimeoutException(
                string.Join('\n', [exception.Message, $"Asked: {Answerer.Asked.Count}; updates left: {Sandbox.PendingUpdates}", .. calls, .. Setting.Logs.Lines.TakeLast(40)]), exception);
        }
    }

    /// <summary>Taps a button as the user, in the chat of its message, and waits for what is shown to them.</summary>
    public Task<CallbackAnswer> PressAsync(SandboxMessage message, string label, Person? person = null) => Sandbox
        .Press(
            person ?? Sandbox.User,
            Sandbox.ChatOrNull(message.ChatId)!,
            message.Id,
            message.InlineKeyboard.SelectMany(row => row).Single(button => button.Text == label).CallbackData!)
        .Answer.WaitAsync(Patience, CancellationToken.None);

    /// <summary>Waits until the text of a message holds something.</summary>
    public Task<SandboxMessage> SaysAsync(SandboxMessage message, string part) => WaitAsync(
        Sandbox.ChatOrNull(message.ChatId)!, changed => changed.Id == message.Id && changed.Text.Contains(part, StringComparison.Ordinal));

    /// <summary>Waits until a message has a button.</summary>
    public Task<SandboxMessage> EditedAsync(SandboxMessage message, string label) => WaitAsync(
        Sandbox.ChatOrNull(message.ChatId)!,
        changed => changed.Id == message.Id && changed.InlineKeyboard.SelectMany(row => row).Any(button => button.Text == label));

    /// <summary>Everything noted, oldest first.</summary>
    public async Task<IReadOnlyList<AuditEntry>> AuditAsync() =>
        await Run.Services.GetRequiredService<IAuditLog>().SinceAsync(DateTimeOffset.UnixEpoch, null, CancellationToken.None).ToListAsync(CancellationToken.None);

    public IReadOnlyList<SandboxMessage> FromBot(SandboxChat chat) => [.. Sandbox.Messages(chat).Where(message => message.From.IsBot)];

    /// <summary>The calls of a method, as soon as so many are over: a message is seen before the call that sent it ends.</summary>
    public async Task<IReadOnlyList<ApiCall>> EndedCallsAsync(string method, int count)
    {
        using var over = new CancellationTokenSource(Patience);
        while (true)
        {
            var calls = Sandbox.Calls.Where(call => call.Method == method).ToList();
            if (calls.Count(call => call.StatusCode != 0) >= count)
            {
                return calls;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }

    /// <summary>Waits until a method was called, whatever came of it.</summary>
    public async Task WaitForCallAsync(string method)
    {
        using var over = new CancellationTokenSource(Patience);
        while (!Sandbox.Calls.Any(call => call.Method == method))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (run is not null)
        {
            await run.DisposeAsync();
        }

        await Sandbox.DisposeAsync();
        folder.Dispose();
    }
}
