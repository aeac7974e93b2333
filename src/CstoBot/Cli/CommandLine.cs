using System.CommandLine;
using CstoBot.Ingestion;
using Microsoft.Extensions.Options;

namespace CstoBot.Cli;

/// <summary>The verbs, and what every one of them does with a failure: one clear line on standard error and an exit code.</summary>
internal static class CommandLine
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    public static async Task<int> RunAsync(string[] args, Func<IReadOnlyDictionary<string, string?>, IServiceProvider> answering)
    {
        var root = new RootCommand("Answers questions from an organization's documents, every statement with a citation checked word for word.")
        {
            CommonOptions.Sources,
            CommonOptions.Data,
            AskVerb.Create(answering),
            SearchVerb.Create(answering),
            SourcesVerb.Create(answering),
        };

        var arguments = root.Parse(args);
        if (arguments.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync($"{arguments.Errors[0].Message} Try --help.");
            return WrongUsage;
        }

        try
        {
            return await arguments.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (UsageException exception)
        {
            return await FailAsync(exception.Message, WrongUsage);
        }
        catch (SourcesUnavailableException exception)
        {
            return await FailAsync(exception.Message, Failure);
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(string.Join(Environment.NewLine, exception.Failures), Failure);
        }
    }

    private static async Task<int> FailAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(TerminalText.Clean(message));
        return exitCode;
    }
}
