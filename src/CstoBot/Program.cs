using CstoBot;
using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Evaluation;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Moderation;
using CstoBot.Operations;
using CstoBot.Retrieval;
using CstoBot.Storage;
using CstoBot.Telegram;

return await CommandLine.RunAsync(args, Answering, Keeping, Bot);

// What `ask` and `search` need: nothing here writes to disk or, unless Embeddings:Endpoint is set, reaches the network.
static IServiceProvider Answering(IReadOnlyDictionary<string, string?> settings)
{
    var services = Terminal(settings);
    AddStages(services, keepsIndexes: false);
    services.AddReadOnlyStorage();
    return Checked(services);
}

// What changes the sources from the terminal, beside a running bot or without one.
static IServiceProvider Keeping(IReadOnlyDictionary<string, string?> settings)
{
    var services = Terminal(settings);
    AddStages(services, keepsIndexes: true);
    services.AddEvaluation();
    services.AddCorpusStorage();
    return Checked(services);
}

static ServiceCollection Terminal(IReadOnlyDictionary<string, string?> settings)
{
    var services = new ServiceCollection();
    services.AddSingleton<IConfiguration>(Settings.Read(settings));
    services.AddSingleton(TimeProvider.System);
    services.AddLogging(logging => logging.AddTerminal(LogLevel.Warning));
    return services;
}

static IServiceProvider Checked(ServiceCollection services)
{
    services.AddSettingsCatalogue();
    var provider = new DefaultServiceProviderFactory().CreateServiceProvider(services);
    provider.ValidateSettings();
    return provider;
}

static IHost Bot(IReadOnlyDictionary<string, string?> settings)
{
    var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddProductSettings(settings);
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddLogging(logging => logging.AddTerminal(LogLevel.Information).AddConfiguration(builder.Configuration.GetSection("Logging")));
    AddStages(builder.Services, keepsIndexes: true);
    builder.Services.AddSourceWatch();
    builder.Services.AddEvaluation();
    builder.Services.AddModeration();
    builder.Services.AddStorage();
    builder.Services.AddTelegram();
    builder.Services.AddOperations(builder.Configuration);
    builder.Services.AddSettingsCatalogue();
    return builder.Build();
}

// The stages in the order of the flow.
static void AddStages(IServiceCollection services, bool keepsIndexes)
{
    services.AddIngestion();
    services.AddRetrieval(keepsIndexes);
    services.AddLanguageModels();
    services.AddAnswering(keepsAnswers: keepsIndexes);
}
