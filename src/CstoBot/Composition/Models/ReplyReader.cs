using System.Globalization;
using System.Text;
using System.Text.Json;
using CstoBot.Verification.Statements;

namespace CstoBot.Composition.Models;

/// <summary>
/// Reads a model's answer while it comes: each statement as soon as its closing brace is there. What stands around the JSON (a fence, a
/// greeting), trailing commas and other names for the same things are borne with; what cannot be read is left out.
/// </summary>
internal sealed class ReplyReader
{
    /// <summary>A model that writes more than this has lost its way. In UTF-16 units.</summary>
    public const int MaxLength = 64 * 1024;

    public const int MaxStatements = 12;
    private const int MaxQuotes = 8;
    private const int MaxDepth = 12;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private static readonly string[] QuoteNames = ["quotes", "quote", "citations", "evidence"];

    private readonly StringBuilder text = new();
    private readonly Stack<int> open = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private bool inString;
    private bool isEscaped;

    /// <summary>It said enough, or too much: nothing further is read.</summary>
    public bool IsFull { get; private set; }

    /// <summary>What is complete with this piece.</summary>
    public IReadOnlyList<ModelReply> Read(string piece)
    {
        var replies = new List<ModelReply>();
        foreach (var character in piece)
        {
            if (IsFull)
            {
                break;
            }

            text.Append(character);
            if (Closes(character) is { } start && Read(start) is { } reply && IsNew(reply))
            {
                replies.Add(reply);
            }

            IsFull = text.Length >= MaxLength || seen.Count >= MaxStatements;
        }

        return replies;
    }

    /// <summary>Where the object began that this character ends; null when it ends none.</summary>
    private int? Closes(char character)
    {
        if (inString)
        {
            (inString, isEscaped) = (isEscaped || character != '"', !isEscaped && character == '\\');
            return null;
        }

        switch (character)
        {
            case '"' when open.Count > 0:
                inString = true;
                return null;
            case '{':
                open.Push(text.Length - 1);
                return null;
            case '}' when open.TryPop(out var start):
                return start;
            default:
                return null;
        }
    }

    private ModelReply? Read(int start)
    {
        try
        {
            using var json = JsonDocument.Parse(text.ToString(start, text.Length - start), Tolerant);
            return Reply(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ModelReply? Reply(JsonElement json)
    {
        if (json.TryGetProperty("insufficient", out var insufficient) && insufficient.ValueKind == JsonValueKind.True)
        {
            return new ModelReply.Insufficient();
        }

        // A quote has a text too, but quotes nothing and names its passage.
        return StringOrNull(json, "text", "statement", "sentence", "claim") is { } statement && (Array.Exists(QuoteNames, name => json.TryGetProperty(name, out _)) || NumberOrZero(json) == 0)
            ? new ModelReply.Statement(new ModelStatement(statement, Quotes(json)))
            : null;
    }

    private static List<ModelQuote> Quotes(JsonElement json)
    {
        var quotes = new List<ModelQuote>();
        foreach (var name in QuoteNames)
        {
            if (json.TryGetProperty(name, out var value))
            {
                var passage = NumberOrZero(json);
                var items = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Take(MaxQuotes).ToList() : [value];
                quotes.AddRange(items.Select(item => QuoteOrNull(item, passage)).OfType<ModelQuote>());
            }
        }

        return quotes;
    }

    /// <param name="passage">What the statement names for all its quotes; 0 for none.</param>
    private static ModelQuote? QuoteOrNull(JsonElement json, int passage) => json.ValueKind switch
    {
        JsonValueKind.String => new ModelQuote(passage, json.GetString() ?? string.Empty),
        JsonValueKind.Object when StringOrNull(json, "quote", "text", "words") is { } words => new ModelQuote(NumberOrZero(json) is > 0 and var own ? own : passage, words),
        _ => null,
    };

    private static int NumberOrZero(JsonElement json)
    {
        foreach (var name in new[] { "passage", "passage_number", "source", "number" })
        {
            if (!json.TryGetProperty(name, out var value))
            {
                continue;
            }

            if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
                || value.ValueKind == JsonValueKind.String && int.TryParse(value.GetString()?.Trim('[', ']', ' '), NumberStyles.None, CultureInfo.InvariantCulture, out number))
            {
                return number;
            }
        }

        return 0;
    }

    private static string? StringOrNull(JsonElement json, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString();
            }
        }

        return null;
    }

    /// <summary>A model that repeats itself is heard once.</summary>
    private bool IsNew(ModelReply reply) => reply is not ModelReply.Statement statement || seen.Add(statement.Value.Text);
}
