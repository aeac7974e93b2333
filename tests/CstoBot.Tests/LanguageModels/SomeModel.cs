using CstoBot.Conversations;
using CstoBot.LanguageModels;
using CstoBot.LanguageModels.Clients;
using CstoBot.LanguageModels.Prompts;
using CstoBot.LanguageModels.Usage;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CstoBot.Tests.LanguageModels;

/// <summary>The real adapter with the shipped prompts.</summary>
internal sealed class SomeModel : IDisposable
{
    private readonly PromptKernels kernels;

    private SomeModel(ModelOptions settings, TimeProvider time, string? folder, ITokenUsage usage)
    {
        var options = Options.Create(settings);
        Loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CollectingLogsProvider(Logs)));
        Budget = new TokenBudget(options, usage, time, Loggers.CreateLogger<TokenBudget>());
        Circuit = new Circuit(time);
        kernels = new PromptKernels(options, Circuit, Budget, time, Loggers);
        Prompts = new PromptLibrary(Options.Create(new PromptOptions { Folder = folder }), kernels, Loggers.CreateLogger<PromptLibrary>());
        Model = new LanguageModel(Prompts, options);
    }

    public CollectingLogs Logs { get; } = new();

    public ILoggerFactory Loggers { get; }

    public TokenBudget Budget { get; }

    public Circuit Circuit { get; }

    public PromptLibrary Prompts { get; }

    public LanguageModel Model { get; }

    /// <summary>Ends what is asked.</summary>
    public CancellationToken Stop { get; set; }

    public static async Task<SomeModel> LoadAsync(ModelOptions settings, TimeProvider? time = null, string? folder = null, ITokenUsage? usage = null)
    {
        var model = new SomeModel(settings, time ?? TimeProvider.System, folder, usage ?? new InMemoryTokenUsage());
        await model.Prompts.LoadAsync();
        return model;
    }

    public static ModelOptions Settings(string address) => new() { Endpoint = address, Key = ChatEndpoint.Key, Name = ChatEndpoint.Model };

    /// <summary>Whether a quote supports a statement: the smallest of the questions.</summary>
    public async Task<string> AskAsync(string statement = "It is.") => string.Concat(await PiecesAsync(statement, []));

    /// <param name="pieces">Keeps what came before a failure.</param>
    public async Task<List<string>> PiecesAsync(string statement, List<string> pieces)
    {
        var arguments = new Dictionary<string, string> { ["statement"] = statement, ["quote"] = "It is so." };
        await foreach (var piece in Model.AskAsync(ModelPrompt.Entailment, arguments, Stop))
        {
            pieces.Add(piece);
        }

        return pieces;
    }

    public void Dispose()
    {
        kernels.Dispose();
        Budget.Dispose();
        Loggers.Dispose();
    }
}
