using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Asks the endpoint at the start which models it has, and logs in one line what is wrong with the settings. Delays and ends nothing.</summary>
internal sealed partial class ModelCheck(IOptions<ModelOptions> options, TimeProvider time, ILogger<ModelCheck> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => options.Value.IsConfigured ? CheckAsync(stoppingToken) : Task.CompletedTask;

    private async Task CheckAsync(CancellationToken stoppingToken)
    {
        var (endpoint, name) = (options.Value.Endpoint ?? string.Empty, options.Value.Name ?? string.Empty);
        try
        {
            switch (await ModelExamination.ExamineAsync(options.Value, time, stoppingToken))
            {
                case ModelCondition.Fine:
                    LogFine(name, endpoint);
                    break;
                case ModelCondition.Unknown(var names, var more):
                    LogUnknown(endpoint, name, names, more);
                    break;
                case ModelCondition.KeyRefused(var status):
                    LogKey(endpoint, status);
                    break;
                case ModelCondition.NoList(var status):
                    LogNoList(endpoint, status);
                    break;
                case ModelCondition.Failing(var status):
                    LogStatus(endpoint, status);
                    break;
                case ModelCondition.Silent(var fault):
                    LogUnreachable(endpoint, fault);
                    break;
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The bot stops.
        }
    }

    [LoggerMessage(6002, LogLevel.Information, "The language model {Name} at {Endpoint} is there")]
    private partial void LogFine(string name, string endpoint);

    [LoggerMessage(6003, LogLevel.Warning, "{Endpoint} does not list the model {Name}: check Model:Name. It has: {Names} (and {More} more)")]
    private partial void LogUnknown(string endpoint, string name, string names, int more);

    [LoggerMessage(6004, LogLevel.Warning, "{Endpoint} refuses the key ({Status}): check Model:Key")]
    private partial void LogKey(string endpoint, int status);

    [LoggerMessage(6005, LogLevel.Information, "{Endpoint} has no list of models ({Status}): whether Model:Endpoint and Model:Name are right shows at the first question")]
    private partial void LogNoList(string endpoint, int status);

    [LoggerMessage(6006, LogLevel.Warning, "{Endpoint} answered {Status} when asked for its models; questions are answered by quotes while it fails")]
    private partial void LogStatus(string endpoint, int status);

    [LoggerMessage(6007, LogLevel.Warning, "{Endpoint} {Fault}: check Model:Endpoint. Questions are answered by quotes while it fails")]
    private partial void LogUnreachable(string endpoint, string fault);
}
