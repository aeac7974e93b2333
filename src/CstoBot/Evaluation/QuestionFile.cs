using System.Text;

namespace CstoBot.Evaluation;

/// <summary>Reads a question file: one JSON object a line (see docs/evaluation.md).</summary>
internal static class QuestionFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns>Never empty.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, or a line is no question; the message names the line and is one line itself.</exception>
    public static IReadOnlyList<GoldQuestion> Read(string path) => Read(path, Throw);

    /// <param name="wrongLine">Told of each line that is no question; where it returns, the others are read.</param>
    /// <exception cref="InvalidDataException">The file cannot be read, or holds no question.</exception>
    public static IReadOnlyList<GoldQuestion> Read(string path, Action<InvalidDataException> wrongLine)
    {
        try
        {
            return Parse(File.ReadLines(path, StrictUtf8), wrongLine);
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

    public static IReadOnlyList<GoldQuestion> Parse(IEnumerable<string> lines) => Parse(lines, Throw);

    public static IReadOnlyList<GoldQuestion> Parse(IEnumerable<string> lines, Action<InvalidDataException> wrongLine)
    {
        var lineOf = new Dictionary<string, int>();
        var questions = new List<GoldQuestion>();
        foreach (var (index, line) in lines.Index())
        {
            if (string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            try
            {
                var question = GoldQuestionReader.Read(line.TrimStart('\uFEFF'));
                questions.Add(lineOf.TryAdd(question.Id, index + 1) ? question : throw new FormatException($"the id \"{question.Id}\" is that of line {lineOf[question.Id]}"));
            }
            catch (FormatException exception)
            {
                wrongLine(new InvalidDataException($"Line {index + 1} of the question file: {exception.Message}."));
            }
        }

        return questions.Count > 0 ? questions : throw new InvalidDataException("The question file holds no questions.");
    }

    private static void Throw(InvalidDataException wrong) => throw wrong;
}
