using System.Text;

namespace CstoBot.Evaluation;

/// <summary>Reads a question file: one JSON object a line (see README, "Measuring answers").</summary>
internal static class QuestionFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Never empty.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, or a line is no question; the message names the line and is one line itself.</exception>
    public static IReadOnlyList<GoldQuestion> Read(string path)
    {
        try
        {
            return Parse(File.ReadLines(path, StrictUtf8));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException { ParamName: "path" })
        {
            throw new InvalidDataException($"The question file cannot be read: {path}", exception);
        }
        catch (DecoderFallbackException exception)
        {
            throw new InvalidDataException($"The question file is not UTF-8 text: {path}", exception);
        }
    }

    public static IReadOnlyList<GoldQuestion> Parse(IEnumerable<string> lines)
    {
        var lineOf = new Dictionary<string, int>();
        var questions = new List<GoldQuestion>();
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            var question = Parse(line.TrimStart('\uFEFF'), index + 1);
            if (!lineOf.TryAdd(question.Id, index + 1))
            {
                throw Wrong(index + 1, $"the id \"{question.Id}\" is that of line {lineOf[question.Id]}");
            }

            questions.Add(question);
        }

        return questions.Count > 0 ? questions : throw new InvalidDataException("The question file holds no questions.");
    }

    private static GoldQuestion Parse(string line, int number)
    {
        try
        {
            return GoldQuestionReader.Read(line);
        }
        catch (FormatException exception)
        {
            throw Wrong(number, exception.Message);
        }
    }

    private static InvalidDataException Wrong(int number, string what) => new($"Line {number} of the question file: {what}.");
}
