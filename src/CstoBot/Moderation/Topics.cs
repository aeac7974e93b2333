using CstoBot.Retrieval.Analysis;

namespace CstoBot.Moderation;

/// <summary>Whether a text is about something that was listed: the words of a phrase stand there together, in any of their forms. Pure.</summary>
internal static class Topics
{
    public static bool IsAbout(string text, IReadOnlyList<string> topics)
    {
        if (topics.Count == 0)
        {
            return false;
        }

        var stems = Stems(text);
        return topics.Select(Stems).Any(topic => topic.Count > 0 && Enumerable.Range(0, Math.Max(0, stems.Count - topic.Count + 1))
            .Any(start => topic.SequenceEqual(stems.Skip(start).Take(topic.Count))));
    }

    private static List<string> Stems(string text) => [.. TextAnalyzer.Analyze(text).Select(term => term.Stem)];
}
