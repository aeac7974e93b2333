using System.Globalization;
using System.Text.Json;
using CstoBot.Evaluation;
using CstoBot.Tests.Answering;

namespace CstoBot.Tests.Evaluation;

/// <summary>
/// Questions with answers of every kind, right and wrong, over the shipped documents and one more, and what the reference implementation of
/// the figures says of them: <c>expected.tsv</c> was written by it, not by the program.
/// </summary>
internal static class GradedAnswers
{
    private const string RecordsName = "900_records.txt";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Evaluation", "Graded");

    /// <summary>The documents' texts by file name.</summary>
    public static IReadOnlyDictionary<string, string> Documents { get; } = SomeCorpus.Seeds.Corpus.Documents
        .ToDictionary(document => document.Name, document => document.Text)
        .Append(new(RecordsName, File.ReadAllText(Path.Combine(Folder, RecordsName))))
        .ToDictionary();

    public static IReadOnlyList<GradedQuestion> Graded { get; } = QuestionFile.Read(Path.Combine(Folder, "questions.jsonl"))
        .Zip(File.ReadLines(Path.Combine(Folder, "answers.jsonl")), (question, answer) => Grader.Grade(question, Read(answer, question.Id)))
        .ToList();

    /// <summary>By the figure's name, the question's id, or <c>verbatim ID N</c> for a citation.</summary>
    public static IReadOnlyDictionary<string, string> Expected { get; } = File.ReadLines(Path.Combine(Folder, "expected.tsv"))
        .Select(line => line.Split('\t'))
        .ToDictionary(cells => cells[0], cells => cells[1]);

    private static GivenAnswer Read(string line, string id)
    {
        using var json = JsonDocument.Parse(line);
        var answer = json.RootElement;
        return answer.GetProperty("id").GetString() == id
            ? new GivenAnswer(
                Enum.Parse<AnswerStatus>(answer.GetProperty("status").GetString()!, ignoreCase: true),
                answer.GetProperty("text").GetString()!,
                answer.GetProperty("citations").EnumerateArray().Select(Citation).ToList(),
                0,
                TimeSpan.Zero)
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The answers are not in the order of the questions: {id}"));
    }

    private static GivenCitation Citation(JsonElement citation) => new(
        citation.GetProperty("n").GetInt32(),
        citation.GetProperty("source").GetString()!,
        citation.GetProperty("quote").GetString()!,
        citation.GetProperty("start").GetInt32(),
        citation.GetProperty("length").GetInt32());
}
