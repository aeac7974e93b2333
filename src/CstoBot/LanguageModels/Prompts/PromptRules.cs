using System.Text.Json;
using CstoBot.Conversations;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>What each prompt is given and what form its answer has. The program relies on both, so neither is a setting.</summary>
/// <param name="Variables">All are always given.</param>
/// <param name="Words">Those of them that only ever hold the program's own words; the others are data from outside and have no place in the system's message.</param>
/// <param name="Schema">The form of the answer; strict: everything is required, and nothing else allowed.</param>
internal sealed record PromptRules(ModelPrompt Prompt, string SchemaName, IReadOnlyList<string> Variables, IReadOnlyList<string> Words, JsonElement Schema)
{
    private const string Answer = """
        {
          "type": "object", "additionalProperties": false, "required": ["insufficient", "statements"],
          "properties": {
            "insufficient": { "type": "boolean" },
            "statements": {
              "type": "array",
              "items": {
                "type": "object", "additionalProperties": false, "required": ["text", "quotes"],
                "properties": {
                  "text": { "type": "string" },
                  "quotes": {
                    "type": "array",
                    "items": {
                      "type": "object", "additionalProperties": false, "required": ["passage", "quote"],
                      "properties": { "passage": { "type": "integer" }, "quote": { "type": "string" } }
                    }
                  }
                }
              }
            }
          }
        }
        """;

    private const string StandaloneQuestion = """
        {
          "type": "object", "additionalProperties": false, "required": ["question", "queries"],
          "properties": { "question": { "type": "string" }, "queries": { "type": "array", "items": { "type": "string" } } }
        }
        """;

    private const string Entailment = """
        { "type": "object", "additionalProperties": false, "required": ["supported"], "properties": { "supported": { "type": "boolean" } } }
        """;

    public static IReadOnlyList<PromptRules> All { get; } =
    [
        new(ModelPrompt.Answer, "answer", ["question", "language", "passages", "refused"], ["language"], Json(Answer)),
        new(ModelPrompt.StandaloneQuestion, "standalone_question", ["question", "history", "languages"], ["languages"], Json(StandaloneQuestion)),
        new(ModelPrompt.Entailment, "entailment", ["statement", "quote"], [], Json(Entailment)),
    ];

    private static JsonElement Json(string text) => JsonSerializer.Deserialize<JsonElement>(text);
}
