using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Moderation;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramSandbox;

namespace CstoBot.Benchmarks;

/// <summary>The bot's parts within this process, put together as the program does, over one short document and a database of their own.</summary>
internal sealed class LinkedHost : IDisposable
{
    private readonly string folder;
    private readonly IHost host;

    private LinkedHost(string folder, IHost host) => (this.folder, this.host) = (folder, host);

    public IServiceProvider Services => host.Services;

    /// <summary>Checked and with its document loaded; nothing is fetched or sent before it is started.</summary>
    /// <param name="settings">Besides those that lead to the local Telegram and the document.</param>
    /// <param name="replace">What takes the place of parts of the bot, or comes besides them.</param>
    public static async Task<LinkedHost> BuildAsync(SandboxServer telegram, IReadOnlyDictionary<string, string?> settings, Action<IServiceCollection> replace)
    {
        var folder = Directory.CreateTempSubdirectory("cstobot-benchmark").FullName;
        var sources = Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName;
        await File.WriteAllTextAsync(Path.Combine(sources, "report.txt"), "A report\n\nSix states are members of the organization. They met in June.\n");
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["Telegram:Token"] = telegram.BotToken,
            ["Telegram:BaseUrl"] = telegram.Address.AbsoluteUri,
            ["Data:Folder"] = folder,
            ["Sources:Folder"] = sources,
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging(logging => logging.AddTerminal(LogLevel.Error));
        builder.Services.AddIngestion();
        builder.Services.AddRetrieval(keepsIndexes: false);
        builder.Services.AddLanguageModels();
        builder.Services.AddAnswering(keepsAnswers: false);
        builder.Services.AddModeration();
        builder.Services.AddStorage();
        builder.Services.AddTelegram();
        builder.Services.AddSettingsCatalogue();
        replace(builder.Services);
        var linked = new LinkedHost(folder, builder.Build());
        await linked.Services.CheckStartAsync(CancellationToken.None);
        await linked.Services.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return linked;
    }

    public Task StartAsync() => host.StartAsync(CancellationToken.None);

    public Task StopAsync() => host.StopAsync(CancellationToken.None);

    public void Dispose()
    {
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
