using System.Globalization;
using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Moderation;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram;
using CstoBot.Telegram.Receiving;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Queue;

/// <summary>The bot's parts within this process on a database of their own; nothing is fetched or sent by itself.</summary>
internal sealed class QueueBot : IAsyncDisposable
{
    private readonly string folder;
    private readonly IHost host;
    private long updates;

    private QueueBot(string folder, IHost host) => (this.folder, this.host) = (folder, host);

    public IServiceProvider Services => host.Services;

    public static async Task<QueueBot> CreateAsync(SandboxServer telegram, long moderator, long moderatorsChat)
    {
        var folder = Directory.CreateTempSubdirectory("cstobot-benchmark").FullName;
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sources, "report.txt"), "A report\n\nSix states are members of the organization. They met in June.\n");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Telegram:Token"] = telegram.BotToken,
            ["Telegram:BaseUrl"] = telegram.Address.AbsoluteUri,
            ["Data:Folder"] = folder,
            ["Sources:Folder"] = sources,
            ["Moderation:Mode"] = nameof(ModerationMode.All),
            ["Moderation:ChatId"] = moderatorsChat.ToString(CultureInfo.InvariantCulture),
            ["Roles:Moderators"] = moderator.ToString(CultureInfo.InvariantCulture),
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging(logging => logging.AddTerminal(LogLevel.Error));
        builder.Services.AddIngestion();
        builder.Services.AddRetrieval(keepsIndexes: false);
        builder.Services.AddLanguageModels();
        builder.Services.AddAnswering(keepsAnswers: false);
        builder.Services.AddModeration();
        builder.Services.AddStorage();
        builder.Services.AddCurated();
        builder.Services.AddTelegram();
        builder.Services.AddSettingsCatalogue();
        builder.Services.AddSingleton<SqliteEffects>();
        var bot = new QueueBot(folder, builder.Build());
        await bot.Services.CheckStartAsync(CancellationToken.None);
        await bot.Services.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return bot;
    }

    public UpdateKey NextUpdate() => new(1, ++updates);

    public ValueTask DisposeAsync()
    {
        host.Dispose();
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
