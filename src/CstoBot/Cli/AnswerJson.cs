using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Cli;

/// <summary>Writes the lines of the machine interface. The names and their meaning are stable.</summary>
internal static class AnswerJson
{
    // Answers are read as UTF-8 text, so Cyrillic stays readable; the output is never embedded in HTML.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Outcome(LineId id, AnswerOutcome outcome, string corpusVersion, TimeSpan elapsed)
    {
        var answer = (outcome as AnswerOutcome.Answered)?.Answer;
        return Line(json =>
        {
            id.Write(json);
            json.WriteString("status", Status(outcome));
            json.WriteString("text", outcome.Text);
            json.WriteString("language", outcome.Language == Language.Russian ? "ru" : "en");
            json.WriteStartArray("citations");
            foreach (var citation in answer?.Citations ?? [])
            {
                Write(json, citation);
            }

            json.WriteEndArray();
            if (answer?.Checked is { } date)
            {
                json.WriteString("checked", Day(date));
            }

            json.WriteString("composer", answer?.Composer);
            json.WriteNumber("confidence", Math.Round(answer?.Confidence ?? 0, 3));
            json.WriteString("corpusVersion", corpusVersion);
            json.WriteNumber("elapsedMs", Math.Round(elapsed.TotalMilliseconds, 1));
        });
    }

    public static string Error(LineId id, string message) => Line(json =>
    {
        id.Write(json);
        json.WriteString("error", message);
    });

    /// <summary>One object on one line.</summary>
    public static string Line(Action<Utf8JsonWriter> properties)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            properties(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static string Status(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => "answered",
        AnswerOutcome.Abstained => "abstained",
        AnswerOutcome.SmallTalk => "smalltalk",
        AnswerOutcome.Refused => "refused",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void Write(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteNumber("n", citation.Number);
        json.WriteString("source", citation.Source);
        json.WriteString("title", citation.Title);
        json.WriteString("publisher", citation.Publisher);
        json.WriteString("published", citation.Published is { } date ? Day(date) : null);
        json.WriteString("url", citation.Url?.AbsoluteUri);
        json.WriteString("quote", citation.Quote);
        json.WriteNumber("start", citation.Start);
        json.WriteNumber("length", citation.Length);
        json.WritePropertyName("page");
        if (citation.Page is { } page)
        {
            json.WriteNumberValue(page);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("heading", citation.Heading);
        json.WriteEndObject();
    }
}
