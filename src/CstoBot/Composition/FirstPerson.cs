using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Composition;

/// <summary>Tells a sentence in which somebody speaks of themselves: a reader must be told who "I" and "we" are.</summary>
internal static class FirstPerson
{
    private static readonly FrozenSet<string> Words = new[] { "i", "we", "my", "our", "us", "me", "i'm", "we're", "я", "мы", "мой", "моя", "мое", "наш", "наша", "наше", "наши", "нас", "нам" }
        .ToFrozenSet(StringComparer.Ordinal);

    public static bool Speaks(AnalyzedSentence sentence) =>
        sentence.Sentence.Role == SentenceRole.Statement && sentence.Terms.Any(term => Words.Contains(term.Exact));
}
