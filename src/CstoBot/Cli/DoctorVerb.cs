using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Operations.Doctor;

namespace CstoBot.Cli;

/// <summary><c>cstobot doctor</c>: what would keep the bot from running as it is set up, and what to do about it. Changes nothing.</summary>
internal static class DoctorVerb
{
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object instead of lines for people." };

    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // What the parts log belongs to a run.
    private static readonly Dictionary<string, string?> Quiet = new() { ["Logging:LogLevel:Default"] = "None", ["Logging:LogLevel:CstoBot"] = "None" };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IHost> bot)
    {
        var verb = new Command(
            "doctor", "Check the settings, the token, the folders, the database and everything else that is configured, and say what to do about each problem. Changes nothing.")
        {
            Json,
        };
        verb.SetAction((arguments, cancellationToken) => RunAsync(CommonOptions.Settings(arguments), arguments.GetValue(Json), bot, cancellationToken));
        return verb;
    }

    private static async Task<int> RunAsync(
        IReadOnlyDictionary<string, string?> commandLine, bool asJson, Func<IReadOnlyDictionary<string, string?>, IHost> bot, CancellationToken cancellationToken)
    {
        using var host = bot(new Dictionary<string, string?>(commandLine.Concat(Quiet)));
        var found = new List<Diagnosis>();
        await foreach (var diagnosis in host.Services.GetRequiredService<Examination>().RunAsync(cancellationToken))
        {
            found.Add(diagnosis);
            foreach (var line in asJson ? [] : Lines(diagnosis))
            {
                await Console.Out.WriteLineAsync(TerminalText.Clean(line));
            }
        }

        var problems = found.Count(diagnosis => diagnosis.Severity == Severity.Problem);
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(new { Ok = problems == 0, Checks = found }, Form) : Sum(problems, found));
        return problems == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Lines(Diagnosis diagnosis)
    {
        yield return $"{Mark(diagnosis.Severity)} {diagnosis.Check}: {diagnosis.Text}";
        if (diagnosis.Remedy is { } remedy)
        {
            yield return $"     {remedy}";
        }
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.Ok => "[ok]",
        Severity.Warning => "[ !]",
        _ => "[!!]",
    };

    private static string Sum(int problems, List<Diagnosis> found)
    {
        var warnings = found.Count(diagnosis => diagnosis.Severity == Severity.Warning);
        return string.Create(CultureInfo.InvariantCulture, $"{found.Count} checks, problems: {problems}, warnings: {warnings}");
    }
}
