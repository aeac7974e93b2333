using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CstoBot.Evaluation;

/// <summary>Whether the questions can be read by which reloads are measured.</summary>
internal sealed class QuestionsCheckup(IOptions<EvaluationOptions> options) : ICheckup
{
    private const string Check = "evaluation questions";

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Diagnosis>>([Examine()]);

    private Diagnosis Examine()
    {
        if (options.Value.Questions.Length == 0)
        {
            return Diagnosis.Ok(Check, "none are set, so reloads are not measured");
        }

        try
        {
            var questions = QuestionFile.Read(Path.GetFullPath(options.Value.Questions));
            return Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"{questions.Count} can be asked"));
        }
        catch (Exception exception) when (exception is InvalidDataException or RegexMatchTimeoutException)
        {
            return Diagnosis.Warning(Check, $"reloads are not measured: {exception.Message}", "Mend the file, or set Evaluation:Questions to another one or to nothing.");
        }
    }
}
