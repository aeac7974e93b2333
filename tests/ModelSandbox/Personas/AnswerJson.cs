using ModelSandbox.Protocol;

namespace ModelSandbox.Personas;

/// <summary>What the three prompts demand, as JSON.</summary>
internal static class AnswerJson
{
    public static string Answer(IReadOnlyList<ScriptedStatement> statements) => ApiJson.Write(new
    {
        insufficient = statements.Count == 0,
        statements = statements.Select(statement => new
        {
            text = statement.Text,
            quotes = statement.Quotes.Select(quote => new { passage = quote.Passage, quote = quote.Quote }),
        }),
    });

    public static string StandaloneQuestion(string question, IReadOnlyList<string> queries) => ApiJson.Write(new { question, queries });

    public static string Entailment(bool supported) => ApiJson.Write(new { supported });
}
