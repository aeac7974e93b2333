using System.Globalization;
using CstoBot.Answering;
using CstoBot.Answering.Models;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.LanguageModels;
using CstoBot.Moderation;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace CstoBot.Tests.Moderation.Machine;

/// <summary>The bot's own handlers on a database of its own; nothing runs by itself, and what is sent stays in the outbox.</summary>
internal sealed class CaseBot : IDisposable
{
    public const long BotId = 1;
    public const long ModeratorsChat = -500;
    public const long Anna = 11;
    public const long Boris = 12;

    /// <summary>A moderator who asks, too.</summary>
    public const long Maria = 21;
    public const long Viktor = 22;

    private static readonly Lazy<byte[]> EmptyDatabase = new(() =>
    {
        using var folder = new TemporaryFolder();
        using (var database = new SqliteDatabase(Options.Create(new DataOptions { Folder = folder.Path })))
        {
            new SqliteSchema(database).CheckAsync(CancellationToken.None).GetAwaiter().GetResult();
        }

        return File.ReadAllBytes(Path.Combine(folder.Path, SqliteDatabase.FileName));
    });

    private readonly string folder = Directory.CreateDirectory(
        Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath(), $"cstobot-test-{Guid.NewGuid():N}")).FullName;

    private readonly IAnswerer answerer;
    private readonly TimeProvider time;
    private readonly OnTimeout onTimeout;
    private readonly CurrentIndex documents;
    private readonly Action<Effects> committed;
    private IHost host;
    private long updates;

    /// <param name="committed">Called with all that was stored.</param>
    public CaseBot(IAnswerer answerer, TimeProvider time, OnTimeout onTimeout, CurrentIndex documents, Action<Effects> committed)
    {
        (this.answerer, this.time, this.onTimeout, this.documents, this.committed) = (answerer, time, onTimeout, documents, committed);
        File.WriteAllBytes(Path.Combine(folder, SqliteDatabase.FileName), EmptyDatabase.Value);
        host = Start();
    }

    public T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    public Task<Effects> HandleAsync(Incoming incoming) => Get<UpdateHandler>().HandleAsync(incoming, CancellationToken.None);

    /// <exception cref="CstoBot.Moderation.Cases.StaleCaseException">A case has changed meanwhile; nothing was stored.</exception>
    public async Task CompleteAsync(Effects effects)
    {
        var update = new ReceivedUpdate(new UpdateKey(BotId, ++updates), "{}");
        await Get<IInbox>().AddAsync([update], time.GetUtcNow(), CancellationToken.None);
        await Get<IInbox>().CompleteAsync(update.Key, effects, firstBegins: false, time.GetUtcNow(), CancellationToken.None);
        committed(effects);
    }

    public void Restart()
    {
        host.Dispose();
        host = Start();
    }

    public void Dispose()
    {
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private IHost Start()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = "1:secret",
            ["Data:Folder"] = folder,
            ["Moderation:ChatId"] = ModeratorsChat.ToString(CultureInfo.InvariantCulture),
            ["Moderation:TimeoutMinutes"] = "120",
            ["Moderation:OnTimeout"] = onTimeout.ToString(),
            ["Roles:Moderators"] = string.Create(CultureInfo.InvariantCulture, $"{Maria},{Viktor}"),
            ["Limits:QuestionsPerMinute"] = "0",
            ["Limits:QuestionsPerDay"] = "0",
        });
        var telegram = new TelegramBotClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, new HttpClient(new AcceptingTelegram()));
        builder.Services.AddSingleton(time);
        builder.Services.AddLogging();
        builder.Services.AddRetrieval();
        builder.Services.AddSingleton(documents);
        builder.Services.AddSingleton(answerer);
        builder.Services.AddSingleton<IFollowUps>(new ScriptedFollowUps());
        builder.Services.AddSingleton<ICorpusChanges>(new ScriptedChanges());
        builder.Services.AddSingleton<IDocumentArchive>(new FixedArchive());
        builder.Services.AddSingleton<IUploads>(new ScriptedUploads());
        builder.Services.AddSingleton<IDocumentExtraction>(new ScriptedUploads());
        builder.Services.AddSingleton<ModelOutcomes>();
        builder.Services.AddLanguageModels();
        builder.Services.AddModeration();
        builder.Services.AddStorage();
        builder.Services.AddTelegram();
        builder.Services.AddSettingsCatalogue();
        builder.Services.AddSingleton<ITelegramBotClient>(telegram);
        builder.Services.AddSingleton<IEffectStore>(services => new StoredEffects(new SqliteEffects(services.GetRequiredService<SqliteDatabase>()), committed));
        var built = builder.Build();
        built.Services.GetRequiredService<TelegramConnection>().CheckAsync(CancellationToken.None).GetAwaiter().GetResult();
        return built;
    }

    /// <summary>Stores what the bot does by itself, and leaves it in the outbox.</summary>
    private sealed class StoredEffects(IEffectStore store, Action<Effects> committed) : IEffectStore
    {
        public async Task<IReadOnlyList<OutboxEntry>> MakeAsync(long botId, Effects effects, DateTimeOffset now, CancellationToken cancellationToken)
        {
            await store.MakeAsync(botId, effects, now, cancellationToken);
            committed(effects);
            return [];
        }
    }

    private sealed class AcceptingTelegram : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(
            new HttpResponseMessage { Content = new StringContent("""{"ok":true,"result":{"id":1,"is_bot":true,"first_name":"Bot","username":"bot"} }""") });
    }
}
