using System.CommandLine;
using CstoBot.Evaluation;
using CstoBot.Moderation.Export;

namespace CstoBot.Cli;

/// <summary><c>cstobot cases export</c>: what moderators decided, as questions for <c>cstobot evaluate</c>.</summary>
internal static class CasesVerb
{
    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var export = new Command(
            "export",
            "Print what moderators approved or edited as questions with their right answers, and what they found out of place or out of scope as questions to abstain "
            + "from: one JSON object a line, as evaluate reads them. Changes nothing; the bot may run meanwhile.");
        export.SetAction((arguments, cancellationToken) => ExportAsync(
            services(CommonOptions.Settings(arguments)).GetRequiredService<IDecidedCases>(), Console.Out, cancellationToken));
        return new Command("cases", "What moderators have decided.") { export };
    }

    private static async Task ExportAsync(IDecidedCases cases, TextWriter output, CancellationToken cancellationToken)
    {
        foreach (var line in GoldLines.Of(await cases.ReadAsync(cancellationToken)))
        {
            await output.WriteLineAsync(QuestionFileWriter.Write(line));
        }
    }
}
