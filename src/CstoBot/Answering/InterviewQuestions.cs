using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CstoBot.Ingestion;

namespace CstoBot.Answering;

/// <summary>Questions that stand in a document (an interviewer's, a heading), put so that anybody may ask them. Pure.</summary>
internal static partial class InterviewQuestions
{
    // A button shows some forty characters on a phone; the reply shows the question whole.
    private const int MaxLength = 100;
    private const int MinWords = 4;

    // These point to what stands around the question or to the day on which it was asked.
    private static readonly FrozenSet<string> Pointing = """
        this these those such here above said you your yours i we me my our ours us yesterday today tomorrow yesterday's today's
        этот эта эти этого этой этих этом этим такой такие такая вы вас вам ваш ваша ваше ваши мы нас нам наш наша вчера сегодня завтра здесь
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Pronouns = """
        he him his she her hers it its they them their theirs there
        он его ему им нем она ее её ей они их ими них там
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The questions of a section that can be understood alone, in order; empty when it holds none.</summary>
    public static IReadOnlyList<string> Of(SourceDocument document, Section section)
    {
        var asked = section.Question is { } question
            ? SentenceSplitter.Split(document.Text, question).Select(span => Whitespace.Collapse(span.In(document.Text)))
            : [];
        var heading = section.Heading is { } line ? [line] : Array.Empty<string>();
        return [.. heading.Concat(asked).Where(text => text.EndsWith('?')).Select(text => ToSpeaker(text, section.Speaker)).Where(StandsAlone)];
    }

    /// <summary>"How do you see the future?" becomes "How does A. Person see the future?".</summary>
    private static string ToSpeaker(string question, string? speaker)
    {
        var name = speaker?.Split(' ')[^1];
        return name is null || !char.IsUpper(name[0]) ? question : Addressed().Replace(question, $"does {name}", 1);
    }

    private static bool StandsAlone(string question)
    {
        var words = question.Split([' ', ',', '?', '"', '“', '”', '«', '»', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        return question.Length <= MaxLength
            && words.Length >= MinWords
            && char.IsUpper(question[0])
            && !words.Any(Pointing.Contains)
            && !words.Where((word, place) => Pronouns.Contains(word) && !NamesSomething(words.Take(place))).Any();
    }

    /// <summary>Behind a name "it" may be that.</summary>
    private static bool NamesSomething(IEnumerable<string> words) => words.Skip(1).Any(word => char.IsUpper(word[0]));

    [GeneratedRegex(@"\bdo you\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addressed();
}
