using System.CommandLine;
using System.Text;
using CstoBot.Ingestion;
using Microsoft.Extensions.Options;

namespace CstoBot.Cli;

/// <summary>The verbs, and what every one of them does with a failure: one clear line on standard error and an exit code.</summary>
internal static class CommandLine
{
    private const int Failure = 1;
    private const int WrongUsage = 2;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <param name="answering">Makes the services that answer questions, from the settings of the command line.</param>
    /// <param name="keeping">Makes the services that change what the bot answers from, likewise.</param>
    /// <param name="bot">Makes the whole bot, likewise.</param>
    public static async Task<int> RunAsync(
        string[] args,
        Func<IReadOnlyDictionary<string, string?>, IServiceProvider> answering,
        Func<IReadOnlyDictionary<string, string?>, IServiceProvider> keeping,
        Func<IReadOnlyDictionary<string, string?>, IHost> bot)
    {
        // Whatever the terminal's or the system's own encoding: the machine interface is UTF-8.
        (Console.InputEncoding, Console.OutputEncoding) = (Utf8, Utf8);

        var root = new RootCommand(
            "Answers questions from an organization's documents, every statement with a citation checked word for word. "
            + "Without a verb it runs the bot: in Telegram when Telegram:Token is set, else in a local Telegram in the browser.")
        {
            CommonOptions.Sources,
            CommonOptions.Data,
            AskVerb.Create(answering),
            SearchVerb.Create(answering),
            SourcesVerb.Create(answering, keeping),
            EvaluateVerb.Create(answering),
            BackupVerb.Create(answering),
            CasesVerb.Create(answering),
            CuratedVerb.Create(answering),
            AuditVerb.Create(answering),
            DoctorVerb.Create(bot),
            SandboxVerb.Create(),
            ExtractVerb.Create(),
        };
        RunVerb.Attach(root, bot);

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
        catch (Exception exception) when (exception is SourcesUnavailableException or StartupException)
        {
            return await FailAsync(exception.Message, Failure);
        }
        catch (OperationCanceledException)
        {
            // Ctrl+C: the person knows.
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(string.Join(Environment.NewLine, exception.Failures), Failure);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            // A full disk behind the output, a file of settings that is no JSON.
            return await FailAsync(exception.Message, Failure);
        }
    }

    private static async Task<int> FailAsync(string message, int exitCode)
    {
        await Console.Error.WriteLineAsync(TerminalText.Clean(message));
        return exitCode;
    }
}
