using System.Text.Json.Nodes;
using ModelSandbox.Personas;
using ModelSandbox.Prompts;
using ModelSandbox.Wording;
using Xunit;

namespace CstoBot.Tests.ModelSandboxTests;

/// <summary>Personas are what they claim to be, over small texts in both languages.</summary>
public sealed class PersonaTests
{
    public static TheoryData<string> Honest => [.. PersonaCatalogue.Honest.Select(persona => persona.Name)];

    public static TheoryData<string> Lying => [.. PersonaCatalogue.Lying.Select(persona => persona.Name)];

    public static TheoryData<string> All => [.. PersonaCatalogue.All.Select(persona => persona.Name)];

    [Theory]
    [MemberData(nameof(Honest))]
    public void An_honest_persona_quotes_verbatim_and_says_only_what_is_supported(string name)
    {
        foreach (var prompt in SomePrompts.All)
        {
            var statements = PersonaCatalogue.Named(name).Reply(prompt).Statements;

            Assert.InRange(statements.Count, 1, 3);
            Assert.All(statements, statement => Assert.True(statement.IsSupported));
            Assert.All(statements.SelectMany(statement => statement.Quotes), quote => Assert.True(IsVerbatim(prompt, quote)));
        }
    }

    [Theory]
    [MemberData(nameof(Lying))]
    public void A_lying_persona_finds_something_to_lie_about_in_each_language(string name)
    {
        foreach (var prompt in SomePrompts.All)
        {
            Assert.Contains(PersonaCatalogue.Named(name).Reply(prompt).Statements, statement => !statement.IsSupported);
        }
    }

    [Theory]
    [InlineData(nameof(ChangesOneDigit))]
    [InlineData(nameof(ChangesDate))]
    [InlineData(nameof(SwapsName))]
    [InlineData(nameof(DropsNot))]
    [InlineData(nameof(AddsNot))]
    [InlineData(nameof(ReplacesVerb))]
    [InlineData(nameof(OwnKnowledge))]
    [InlineData(nameof(SwitchesLanguage))]
    public void A_changed_statement_differs_from_its_true_quote_and_from_all_passages(string name)
    {
        foreach (var prompt in SomePrompts.All)
        {
            foreach (var statement in PersonaCatalogue.Named(name).Reply(prompt).Statements)
            {
                var quote = Assert.Single(statement.Quotes);
                Assert.True(IsVerbatim(prompt, quote));
                Assert.DoesNotContain(prompt.Passages, passage => Words.Flat(passage.Text).Contains(statement.Text, StringComparison.Ordinal));
                Assert.NotEmpty(statement.Why);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_statement_said_to_be_supported_quotes_what_is_there(string name)
    {
        foreach (var prompt in SomePrompts.All)
        {
            var supported = PersonaCatalogue.Named(name).Reply(prompt).Statements.Where(statement => statement.IsSupported);

            Assert.All(supported, statement => Assert.Contains(statement.Quotes, quote => IsVerbatim(prompt, quote)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_persona_answers_every_prompt_even_one_without_passages(string name)
    {
        foreach (var kind in Enum.GetValues<PromptKind>())
        {
            var reply = PersonaCatalogue.Named(name).Reply(new PromptView(kind, "", "en", [], [], "", "", "", []));

            Assert.All(reply.Statements, statement => Assert.False(statement.IsSupported));
        }
    }

    [Fact]
    public void Answers_are_in_the_form_that_the_prompt_demands()
    {
        var json = JsonNode.Parse(global::ModelSandbox.Personas.Honest.Verbatim.Reply(SomePrompts.All[0]).Text)!;

        Assert.False(json["insufficient"]!.GetValue<bool>());
        Assert.Equal(1, json["statements"]![0]!["quotes"]![0]!["passage"]!.GetValue<int>());
        Assert.Equal(["insufficient", "statements"], json.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void Honest_is_insufficient_where_no_word_is_shared_and_leaves_out_what_was_refused()
    {
        var unrelated = SomePrompts.View("Quantum chromodynamics?", "The port of Bergen did not join the union.");
        var first = global::ModelSandbox.Personas.Honest.Verbatim.Reply(SomePrompts.All[0]).Statements[0].Text;
        var again = SomePrompts.View(SomePrompts.English + $"\n<<<REFUSED>>>\n- {first}: not supported\n<<<END REFUSED>>>");

        Assert.Equal("""{"insufficient":true,"statements":[]}""", global::ModelSandbox.Personas.Honest.Verbatim.Reply(unrelated).Text);
        Assert.DoesNotContain(global::ModelSandbox.Personas.Honest.Verbatim.Reply(again).Statements, statement => statement.Text == first);
    }

    [Fact]
    public void The_honest_judge_judges_and_the_others_agree_to_everything()
    {
        var denied = new PromptView(PromptKind.Entailment, "", "en", [], [], "", "Bergen joined the union", "Bergen did not join the union", []);

        Assert.Equal("""{"supported":false}""", global::ModelSandbox.Personas.Honest.Verbatim.Reply(denied).Text);
        Assert.Equal("""{"supported":true}""", new DropsNot().Reply(denied).Text);
        Assert.Equal("""{"supported":true}""", global::ModelSandbox.Personas.Honest.Verbatim.Reply(denied with { Statement = denied.Quote }).Text);
    }

    [Fact]
    public void A_mixed_persona_says_true_and_false_things()
    {
        var statements = new Mixed(new ChangesOneDigit()).Reply(SomePrompts.All[0]).Statements;

        Assert.Equal([false, true, false], statements.Select(statement => statement.IsSupported));
    }

    private static bool IsVerbatim(PromptView prompt, ScriptedQuote quote) =>
        prompt.PassageOrNull(quote.Passage) is { } passage && quote.Quote.Length > 0 && passage.Text.Contains(quote.Quote, StringComparison.Ordinal);
}
