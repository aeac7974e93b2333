using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace CstoBot.Cli;

/// <summary>Logs go to standard error; standard output carries results only.</summary>
internal static class TerminalLogging
{
    public static ILoggingBuilder AddTerminal(this ILoggingBuilder logging, LogLevel minimum)
    {
        logging.SetMinimumLevel(minimum);
        logging.AddSimpleConsole(console => (console.SingleLine, console.IncludeScopes) = (true, true));
        logging.AddJsonConsole(console => (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "O"));
        logging.Services.AddOptionsWithValidateOnStart<TerminalLoggingOptions, TerminalLoggingOptionsValidator>().BindConfiguration(TerminalLoggingOptions.Section);
        logging.Services.AddOptions<ConsoleLoggerOptions>().Configure<IConfiguration>((console, configuration) =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            console.FormatterName = TerminalLoggingOptions.IsJson(configuration) ? ConsoleFormatterNames.Json : ConsoleFormatterNames.Simple;
        });

        // By these a line is found in the traces; a person at a terminal does without.
        logging.Services.AddOptions<LoggerFactoryOptions>().Configure<IConfiguration>((factory, configuration) => factory.ActivityTrackingOptions =
            TerminalLoggingOptions.IsJson(configuration) ? ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId : ActivityTrackingOptions.None);
        return logging;
    }
}

/// <summary>How the log is written; which lines are, the sections below it say.</summary>
internal sealed class TerminalLoggingOptions
{
    public const string Section = "Logging";

    [EnumDataType(typeof(LogFormat))]
    public LogFormat Format { get; set; } = LogFormat.Text;

    /// <summary>Before the settings are validated there is a log already.</summary>
    public static bool IsJson(IConfiguration configuration) =>
        string.Equals(configuration[$"{Section}:{nameof(Format)}"], nameof(LogFormat.Json), StringComparison.OrdinalIgnoreCase);
}

internal enum LogFormat
{
    Text,

    /// <summary>One JSON object a line.</summary>
    Json,
}

[OptionsValidator]
internal sealed partial class TerminalLoggingOptionsValidator : IValidateOptions<TerminalLoggingOptions>;
