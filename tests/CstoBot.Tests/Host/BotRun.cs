using CstoBot.Answering;
using CstoBot.Answering.Models;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.LanguageModels;
using CstoBot.Moderation;
using CstoBot.Operations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Storage;
using CstoBot.Telegram;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramSandbox;

namespace CstoBot.Tests.Host;

/// <summary>The bot as a program runs it, with a scripted answerer: from its start to its end.</summary>
internal sealed class BotRun : IAsyncDisposable
{
    private readonly IHost host;

    private BotRun(IHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public static async Task<BotRun> StartAsync(BotSetting setting)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(setting.Settings);
        builder.Logging.SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddSingleton<ILoggerProvider>(new CollectingLogsProvider(setting.Logs));
        builder.Services.AddRetrieval();
        builder.Services.AddSingleton(Index(setting));
        builder.Services.AddSingleton<IAnswerer>(setting.Answerer);
        builder.Services.AddSingleton<IFollowUps>(setting.FollowUps);
        builder.Services.AddSingleton<ICorpusChanges>(setting.Changes);
        builder.Services.AddSingleton<IUploads>(setting.Uploads);
        builder.Services.AddSingleton<IDocumentExtraction>(setting.Uploads);
        builder.Services.AddSingleton(setting.Time);
        builder.Services.AddSingleton<ModelOutcomes>();
        builder.Services.AddLanguageModels();
        builder.Services.AddModeration();
        builder.Services.AddStorage();
        builder.Services.AddSingleton<IDocumentArchive>(setting.Archive);
        builder.Services.AddTelegram();
        builder.Services.AddOperations(builder.Configuration);
        builder.Services.AddSettingsCatalogue();

        var host = builder.Build();
        try
        {
            host.Services.ValidateSettings();
            await host.Services.CheckStartAsync(CancellationToken.None);
            await host.StartAsync(CancellationToken.None);
            return new BotRun(host);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Why the bot stopped by itself; null while nothing made it.</summary>
    public string? FailureOrNull => host.Services.GetRequiredService<RunFailure>().MessageOrNull;

    /// <summary>Completes when the bot stops by itself.</summary>
    public Task StoppedAsync() => host.WaitForShutdownAsync(CancellationToken.None);

    /// <summary>Stops as when the time allowed for stopping is over: what runs is broken off.</summary>
    public async Task StopAtOnceAsync()
    {
        try
        {
            await host.StopAsync(new CancellationToken(canceled: true));
        }
        catch (OperationCanceledException)
        {
            // The host reports that it had no time.
        }

        host.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }

    /// <summary>Another corpus is in use from now on.</summary>
    public void Switch(Corpus corpus) => Services.GetRequiredService<CurrentIndex>().Switch(PassageIndex.Build(corpus, Glossary.Empty));

    private static CurrentIndex Index(BotSetting setting)
    {
        var index = new CurrentIndex();
        index.Switch(PassageIndex.Build(setting.Corpus(new Corpus("v1", setting.Documents, []) { Number = 1 }), Glossary.Empty));
        return index;
    }
}

/// <summary>What a run of the bot is given; several runs may share it.</summary>
internal sealed class BotSetting(SandboxServer sandbox, string dataFolder)
{
    public ScriptedAnswerer Answerer { get; } = new();

    public ScriptedFollowUps FollowUps { get; } = new();

    public ScriptedChanges Changes { get; } = new();

    public FixedArchive Archive { get; } = new();

    public ScriptedUploads Uploads { get; } = new();

    public CollectingLogs Logs { get; } = new();

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public IReadOnlyList<SourceDocument> Documents { get; set; } = [Some.Document("a.txt", "A report")];

    /// <summary>What else there is to say of the corpus.</summary>
    public Func<Corpus, Corpus> Corpus { get; set; } = corpus => corpus;

    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Telegram:Token"] = sandbox.BotToken,
        ["Telegram:BaseUrl"] = sandbox.Address.ToString(),
        ["Data:Folder"] = dataFolder,
        ["Roles:Admins"] = $"{sandbox.Admin.Id}",
    };
}
