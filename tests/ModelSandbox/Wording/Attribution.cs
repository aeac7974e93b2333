using System.Collections.Frozen;
using ModelSandbox.Prompts;

namespace ModelSandbox.Wording;

/// <summary>Puts before a sentence who says it and when, as the passage's header has it.</summary>
internal static class Attribution
{
    /// <summary>Words that lose their capital when they no longer open the sentence; any other may be a name.</summary>
    private static readonly FrozenSet<string> Openers = new[]
    {
        "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "This", "These", "There", "For", "As", "During",
        "В", "На", "По", "С", "Он", "Она", "Они", "Это", "Эти", "Для", "При", "За", "К",
    }.ToFrozenSet();

    /// <summary>"According to TASS (24 June 2024), …"; null where the header names nobody.</summary>
    public static string? OrNull(string sentence, ShownPassage passage) => (passage.Speaker ?? passage.Publisher) is { } who
        ? Introduce(who, passage.Date is { } date ? Dates.Spoken(date, Words.IsRussian(sentence)) : null, sentence)
        : null;

    /// <summary>"TASS, 24 June 2024: …"; null where the header lacks one of them.</summary>
    public static string? HeadedOrNull(string sentence, ShownPassage passage) => passage is { Publisher: { } who, Date: { } date }
        ? $"{who}, {Dates.Spoken(date, Words.IsRussian(sentence))}: {sentence}"
        : null;

    public static string Introduce(string who, string? date, string sentence)
    {
        var lead = Words.IsRussian(sentence) ? "По данным" : "According to";
        return $"{lead} {who}{(date is null ? "" : $" ({date})")}, {Lowered(sentence)}";
    }

    public static string Lowered(string sentence)
    {
        var first = sentence.Split(' ')[0];
        return Openers.Contains(first) ? char.ToLowerInvariant(sentence[0]) + sentence[1..] : sentence;
    }
}
