using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Telegram;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Streaming;

/// <summary>The bot within this process, as the program runs it, but with answers of ours.</summary>
internal sealed class LinkedBot : IAsyncDisposable
{
    private readonly string folder;
    private readonly IHost host;

    private LinkedBot(string folder, IHost host) => (this.folder, this.host) = (folder, host);

    public static async Task<LinkedBot> StartAsync(SandboxServer telegram, IAnswerer answerer)
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
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddLogging(logging => logging.AddTerminal(LogLevel.Error));
        builder.Services.AddIngestion();
        builder.Services.AddRetrieval(keepsIndexes: false);
        builder.Services.AddLanguageModels();
        builder.Services.AddAnswering(keepsAnswers: false);
        builder.Services.AddSingleton(answerer);
        builder.Services.AddStorage();
        builder.Services.AddTelegram();
        builder.Services.AddSettingsCatalogue();
        var bot = new LinkedBot(folder, builder.Build());
        await bot.host.Services.CheckStartAsync(CancellationToken.None);
        await bot.host.Services.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        await bot.host.StartAsync(CancellationToken.None);
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
