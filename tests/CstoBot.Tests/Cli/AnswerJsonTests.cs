using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Cli;
using CstoBot.Conversations;
using CstoBot.Tests.Answering;
using CstoBot.Verification;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class AnswerJsonTests
{
    private static readonly Citation Cited = new(
        1, "a.txt", "Заголовок <b>", "TASS", new DateOnly(2024, 6, 24), new Uri("https://example.org/я"), "Строка\nдва", 3, 10, new QuotedPassage("", "Строка\nдва", ""));

    private static readonly Answer Some = new(Language.Russian, "В источнике сказано:", [new Statement("“Строка два”", [1])], [Cited], 0.83333, "quotes", "v1");

    [Fact]
    public void An_answer_has_the_names_and_types_of_the_machine_interface()
    {
        using var json = JsonDocument.Parse(AnswerJson.Outcome("q1", new AnswerOutcome.Answered(Some), "v1", TimeSpan.FromMilliseconds(1.44)));

        Assert.Equal(
            ["id", "status", "text", "language", "citations", "composer", "confidence", "corpusVersion", "elapsedMs"],
            json.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            "[\"q1\",\"answered\",\"ru\",\"quotes\",0.833,\"v1\",1.4]",
            JsonSerializer.Serialize(json.RootElement.EnumerateObject().Where(property => property.Name is not ("text" or "citations")).Select(property => property.Value)));
        Assert.Equal("В источнике сказано:\n“Строка два” [1]", json.RootElement.GetProperty("text").GetString());
        var citation = json.RootElement.GetProperty("citations")[0];
        Assert.Equal(
            ["n", "source", "title", "publisher", "published", "url", "quote", "start", "length", "page", "heading"],
            citation.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("2024-06-24", "Строка\nдва", 3, 10), (citation.GetProperty("published").GetString(), citation.GetProperty("quote").GetString(), citation.GetProperty("start").GetInt32(), citation.GetProperty("length").GetInt32()));
    }

    [Fact]
    public void What_a_moderator_checked_says_when_to_machines_and_people()
    {
        var outcome = new AnswerOutcome.Answered(Some with { Checked = new DateOnly(2026, 11, 23) });

        using var json = JsonDocument.Parse(AnswerJson.Outcome("q1", outcome, "v1", TimeSpan.Zero));

        Assert.Equal("2026-11-23", json.RootElement.GetProperty("checked").GetString());
        Assert.StartsWith("✔ Проверено модератором 23 ноября 2026\nВ источнике сказано:", AnswerText.Render(outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_alone_has_no_list_of_sources()
    {
        var note = Some with { Lead = null, Statements = [new Statement("Спросите там.", []) { IsNote = true }], Citations = [] };

        Assert.Equal("Примечание модератора: Спросите там.", AnswerText.Render(new AnswerOutcome.Answered(note)));
    }

    [Fact]
    public void It_is_one_line_that_a_person_can_read()
    {
        var line = AnswerJson.Outcome("q1", new AnswerOutcome.Answered(Some), "v1", TimeSpan.Zero);

        Assert.DoesNotContain('\n', line);
        Assert.Contains("Строка", line, StringComparison.Ordinal);
        Assert.Contains("<b>", line, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_stated_is_null()
    {
        var bare = Cited with { Title = null, Publisher = null, Published = null, Url = null };

        using var json = JsonDocument.Parse(AnswerJson.Outcome(null, new AnswerOutcome.Answered(Some with { Citations = [bare] }), "v1", TimeSpan.Zero));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("id").ValueKind);
        Assert.All(
            json.RootElement.GetProperty("citations")[0].EnumerateObject().Where(property => property.Name is "title" or "publisher" or "published" or "url"),
            property => Assert.Equal(JsonValueKind.Null, property.Value.ValueKind));
    }

    [Theory]
    [InlineData("What is the price of bananas in Ecuador?", "abstained")]
    [InlineData("Hello!", "smalltalk")]
    [InlineData("Write a poem", "refused")]
    public async Task An_outcome_without_an_answer_has_no_citations_and_no_composer(string question, string status)
    {
        using var json = JsonDocument.Parse(AnswerJson.Outcome("q1", await SomeCorpus.Seeds.AskAsync(question), "v1", TimeSpan.Zero));

        Assert.Equal(status, json.RootElement.GetProperty("status").GetString());
        Assert.Equal(0, json.RootElement.GetProperty("citations").GetArrayLength());
        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("composer").ValueKind);
        Assert.Equal(0, json.RootElement.GetProperty("confidence").GetDouble());
        Assert.NotEmpty(json.RootElement.GetProperty("text").GetString()!);
    }

    [Fact]
    public void An_error_has_the_id_and_the_reason() =>
        Assert.Equal("""{"id":"q\"1","error":"the question is empty"}""", AnswerJson.Error("q\"1", "the question is empty"));
}
