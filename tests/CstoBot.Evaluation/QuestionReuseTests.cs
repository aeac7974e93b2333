using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Moderation.Curated;
using Xunit;

namespace CstoBot.Evaluation.Tests;

/// <summary>No answer kept for one of our questions is given to another of them, however low the threshold is set.</summary>
public sealed class QuestionReuseTests(ShippedDocuments shipped)
{
    private static readonly IReadOnlyList<string> Questions = new[] { "development.jsonl", "retrieval.jsonl" }
        .SelectMany(file => File.ReadLines(Path.Combine(AppContext.BaseDirectory, file)))
        .Select(line => JsonSerializer.Deserialize<JsonElement>(line))
        .Select(line => (line.TryGetProperty("question", out var question) ? question : line.GetProperty("query")).GetString()!)
        .Distinct()
        .ToList();

    [Fact]
    public void No_two_different_questions_are_taken_for_one()
    {
        var read = Questions.Select(text => ReadQuestion.Of(new StandaloneQuestion(text, null), LanguageDetector.Of(text, null), shipped.Index)).ToList();

        var taken = from one in read
                    from other in read
                    where one != other && QuestionLikeness.Of(one, other).IsSame
                    select $"{one.Question.Text} = {other.Question.Text}";

        Assert.True(read.Count > 140);
        Assert.Empty(taken);
    }
}
