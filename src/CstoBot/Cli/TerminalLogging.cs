using Microsoft.Extensions.Logging.Console;

namespace CstoBot.Cli;

/// <summary>Logs go to standard error; standard output carries results only.</summary>
internal static class TerminalLogging
{
    public static ILoggingBuilder AddTerminal(this ILoggingBuilder logging, LogLevel minimum)
    {
        logging.SetMinimumLevel(minimum);
        logging.AddSimpleConsole(console => console.SingleLine = true);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        return logging;
    }
}
