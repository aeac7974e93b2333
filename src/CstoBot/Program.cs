using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Ingestion;
using CstoBot.Retrieval;

return await CommandLine.RunAsync(args, Answering);

// The stages in the order of the flow; nothing here reaches the network or writes to disk.
static IServiceProvider Answering(IReadOnlyDictionary<string, string?> settings)
{
    var services = new ServiceCollection();
    services.AddSingleton<IConfiguration>(Settings.Read(settings));
    services.AddSingleton(TimeProvider.System);
    services.AddLogging(logging => logging.AddTerminal(LogLevel.Warning));
    services.AddIngestion();
    services.AddRetrieval();
    services.AddAnswering();
    return new DefaultServiceProviderFactory().CreateServiceProvider(services);
}
