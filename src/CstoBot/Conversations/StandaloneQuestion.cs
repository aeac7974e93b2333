using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CstoBot.Conversations;

/// <summary>A question that can be understood alone.</summary>
/// <param name="Text">What the user asks now.</param>
/// <param name="Carried">The earlier question whose subject, place or time this one goes on with; null when it stands alone.</param>
internal sealed partial record StandaloneQuestion(string Text, string? Carried)
{
    // "and in 2025?", "where?": too short to name a subject.
    private const int MaxWordsWithoutSubject = 3;

    private static readonly FrozenSet<string> Openers = Words("and but so also а и но ну");

    private static readonly FrozenSet<string> Pronouns = Words("""
        he him his she her it its they them their there those these
        он его ему им нем она ее ей они их ими них там туда оттуда это этого этому этом этим тот того тогда
        """);

    /// <summary>By rules: a question that opens with a conjunction, speaks in pronouns or has hardly a word carries over the last one.</summary>
    public static StandaloneQuestion From(Conversation conversation)
    {
        if (conversation.History.Count == 0 || !Leans(conversation.Question))
        {
            return new StandaloneQuestion(conversation.Question, null);
        }

        // Of several follow-ups in a row each leans on the question that named the subject.
        var carried = conversation.History.LastOrDefault(earlier => !Leans(earlier)) ?? conversation.History[^1];
        return new StandaloneQuestion(conversation.Question, WithoutReplaced(carried, conversation.Question));
    }

    /// <summary>"And in B?" after "What is done in A?" asks of B alone: a name or a number goes where the new question has another behind the same preposition.</summary>
    private static string WithoutReplaced(string carried, string question)
    {
        foreach (var preposition in Preposition().Matches(question).Select(match => match.Value))
        {
            carried = Regex.Replace(carried, $@"(?<!\w){preposition}\s+(?:the\s+)?(?:(?:\p{{Lu}}|\d)[\w-]*(?:\s+(?=\p{{Lu}}|\d))?)+", " ", RegexOptions.CultureInvariant);
        }

        return carried;
    }

    private static bool Leans(string question)
    {
        var words = question
            .Split([' ', '\t', '\n', '\r', ',', '.', '?', '!', ':', ';', '—', '–'], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.ToLowerInvariant().Replace('ё', 'е'))
            .ToList();
        return words.Count <= MaxWordsWithoutSubject
            || Openers.Contains(words[0])
            || words.Exists(Pronouns.Contains);
    }

    [GeneratedRegex(@"\b(?:in|at|on|for|by|from|to|with|of|about|в|во|на|с|со|у|для|из|к|о|об|от|при)(?=\s+\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    private static FrozenSet<string> Words(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
