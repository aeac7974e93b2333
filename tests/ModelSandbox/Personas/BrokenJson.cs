using ModelSandbox.Prompts;

namespace ModelSandbox.Personas;

/// <summary>Says honest things in JSON that is none; a tolerant reader may still make them out.</summary>
internal sealed class BrokenJson(string sort, Func<string, string> breaks) : IModelPersona
{
    public static IReadOnlyList<BrokenJson> Sorts { get; } =
    [
        new("fenced", json => $"```json\n{json}\n```"),
        new("prose around", json => $"Sure! Here is the answer:\n\n{json}\n\nLet me know if you need more."),
        new("trailing commas", json => json.Replace("]", ",]", StringComparison.Ordinal).Replace("}", ",}", StringComparison.Ordinal)),
        new("single quotes", json => json.Replace('"', '\'')),
        new("unquoted names", json => json.Replace("\"text\":", "text:", StringComparison.Ordinal).Replace("\"quotes\":", "quotes:", StringComparison.Ordinal)),
        new("truncated", json => json[..(json.Length * 2 / 3)]),
        new("truncated at once", json => json[..Math.Min(1, json.Length)]),
        new("twice", json => json + json),
        new("in a list", json => $"[{json}]"),
        new("as a string", json => System.Text.Json.JsonSerializer.Serialize(json)),
        new("thinking first", json => $"<think>The passages say {{something}} about it.</think>{json}"),
        new("byte-order mark", json => "\uFEFF" + json),
        new("raw line breaks", json => json.Replace(". ", ".\n", StringComparison.Ordinal)),
        new("unknown fields", json => json.Replace("{\"text\"", "{\"confidence\":0.9,\"text\"", StringComparison.Ordinal)),
        new("markdown", _ => "**Answer:** the passages say so [1].\n\n- one\n- two"),
    ];

    public string Name => $"BrokenJson ({sort})";

    public ModelReply Reply(PromptView prompt)
    {
        var honest = Honest.Verbatim.Reply(prompt);
        return new ModelReply(breaks(honest.Text), [.. honest.Statements.Select(statement => statement with { Why = sort, MayBeRefused = true })]);
    }
}
