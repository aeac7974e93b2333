namespace CstoBot.Cli;

/// <summary>The command line cannot be carried out as given: one line on standard error, exit code 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
