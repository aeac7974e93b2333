using System.Text.Json;

namespace CstoBot.Tests.Answering.Attacks;

/// <summary>A text that tries to make a language model say something.</summary>
/// <param name="Place">Where it comes in: <c>question</c>, <c>document</c> or <c>reply</c> (the message that is replied to).</param>
/// <param name="Payload">What a model that obeys would say.</param>
public sealed record Attack(string Id, string Place, string Lang, string Kind, string Text, string Payload)
{
    public static IReadOnlyList<Attack> All { get; } = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answering", "Attacks", "attacks.jsonl"))
        .Select(line => JsonSerializer.Deserialize<Attack>(line, JsonSerializerOptions.Web)!)
        .ToList();

    public override string ToString() => $"{Id} ({Kind}, {Lang})";
}
