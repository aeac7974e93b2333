using System.ClientModel;
using CstoBot.LanguageModels.Prompts;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Asks the endpoint at the start which models it has, and logs in one line what is wrong with the settings. Delays and ends nothing.</summary>
internal sealed partial class ModelCheck(IOptions<ModelOptions> options, TimeProvider time, ILogger<ModelCheck> logger) : BackgroundService
{
    private const int Shown = 5;
    private const int MaxName = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsConfigured ? CheckAsync(stoppingToken) : Task.CompletedTask;

    private async Task CheckAsync(CancellationToken stoppingToken)
    {
        var (endpoint, name) = (options.Value.Endpoint ?? string.Empty, options.Value.Name ?? string.Empty);
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stoppingToken);
        try
        {
            var models = await ModelEndpoint.CreateClient(options.Value).GetOpenAIModelClient().GetModelsAsync(either.Token);
            var names = models.Value.Select(model => model.Id ?? string.Empty).ToList();
            if (names.Contains(name))
            {
                LogFine(name, endpoint);
            }
            else
            {
                LogUnknown(endpoint, name, names.Count == 0 ? "none" : string.Join(", ", names.Take(Shown).Select(Harmless)), Math.Max(0, names.Count - Shown));
            }
        }
        catch (ClientResultException exception) when (exception.Status is 401 or 403)
        {
            LogKey(endpoint, exception.Status);
        }
        catch (ClientResultException exception) when (exception.Status is 404 or 405)
        {
            LogNoList(endpoint, exception.Status);
        }
        catch (ClientResultException exception) when (exception.Status > 0)
        {
            LogStatus(endpoint, exception.Status);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
        catch (Exception exception)
        {
            LogUnreachable(endpoint, ModelFailures.Of(exception).Failure == Conversations.ModelFailure.Unreachable || exception is OperationCanceledException
                ? "cannot be reached"
                : "does not answer as an OpenAI-compatible server does");
        }
    }

    /// <summary>The names come from outside.</summary>
    private static string Harmless(string name)
    {
        var plain = string.Concat(XmlText.Strip(name).Where(character => !char.IsControl(character)));
        return plain.Length <= MaxName ? plain : plain[..MaxName];
    }

    [LoggerMessage(LogLevel.Information, "The language model {Name} at {Endpoint} is there")]
    private partial void LogFine(string name, string endpoint);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} does not list the model {Name}: check Model:Name. It has: {Names} (and {More} more)")]
    private partial void LogUnknown(string endpoint, string name, string names, int more);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} refuses the key ({Status}): check Model:Key")]
    private partial void LogKey(string endpoint, int status);

    [LoggerMessage(LogLevel.Information, "{Endpoint} has no list of models ({Status}): whether Model:Endpoint and Model:Name are right shows at the first question")]
    private partial void LogNoList(string endpoint, int status);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} answered {Status} when asked for its models; questions are answered by quotes while it fails")]
    private partial void LogStatus(string endpoint, int status);

    [LoggerMessage(LogLevel.Warning, "{Endpoint} {Fault}: check Model:Endpoint. Questions are answered by quotes while it fails")]
    private partial void LogUnreachable(string endpoint, string fault);
}
