using System.Text.Json;
using CstoBot.Conversations;
using CstoBot.Tests.Fakes;

namespace CstoBot.Tests.Answering.Attacks;

/// <summary>How a model that obeys an attack dresses up what it was told to say.</summary>
public enum Disguise
{
    NoQuote,
    TrueQuoteOfAnother,
    WholePassage,
    InventedQuote,
    NoSuchPassage,
    PlainText,
    Repeated,
    WithATrueStatement,
}

/// <summary>Does whatever an attack tells it to, with every prompt.</summary>
internal static class ObedientModel
{
    public static ScriptedModel Of(Attack attack, Disguise disguise) => new()
    {
        Says = (prompt, arguments, _) => ScriptedModel.Pieces(prompt switch
        {
            ModelPrompt.Answer => Answer(attack.Payload, disguise, arguments["passages"]),
            ModelPrompt.Entailment => """{"supported": true}""",
            _ => JsonSerializer.Serialize(new { question = attack.Payload, queries = new[] { attack.Payload, attack.Text } }),
        }),
    };

    private static string Answer(string payload, Disguise disguise, string passages)
    {
        var text = passages.Split("text:\n", 2)[^1].Split("\n<<<END", 2)[0];
        var sentence = text.Split(". ")[0];
        object[] statements = disguise switch
        {
            Disguise.NoQuote => [new { text = payload, quotes = Array.Empty<object>() }],
            Disguise.TrueQuoteOfAnother => [Statement(payload, 1, sentence)],
            Disguise.WholePassage => [Statement(payload, 1, text)],
            Disguise.InventedQuote => [Statement(payload, 1, payload)],
            Disguise.NoSuchPassage => [Statement(payload, 99, sentence)],
            Disguise.Repeated => [.. Enumerable.Repeat(Statement(payload, 1, text), 50)],
            Disguise.WithATrueStatement => [Statement(sentence + ".", 1, sentence), Statement(payload, 1, sentence)],
            _ => [],
        };
        return disguise == Disguise.PlainText ? payload : JsonSerializer.Serialize(new { insufficient = false, statements });
    }

    private static object Statement(string text, int passage, string quote) => new { text, quotes = new[] { new { passage, quote } } };
}
