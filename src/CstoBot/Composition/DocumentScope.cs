using System.Collections.Frozen;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>Tells a question about what each of the documents says ("two documents mention …", "что говорят источники о …").</summary>
internal static class DocumentScope
{
    private static readonly FrozenSet<string> Documents = new[]
    {
        "documents", "sources", "texts", "articles", "reports", "interviews", "publications",
        "документы", "документах", "источники", "источниках", "тексты", "текстах", "статьи", "статьях", "интервью",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Openers = new[]
    {
        "which", "two", "three", "four", "both", "each", "all", "different", "do", "какие", "два", "три", "оба", "все", "разные", "разных", "каких",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Telling = new[]
    {
        "say", "show", "mention", "tell", "differ", "agree", "describe", "state", "report", "give", "говорят", "сообщают", "упоминают", "пишут", "показывают", "расходятся",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A word for documents that the question opens with or that tells something; "according to the documents" asks of none in particular.</summary>
    public static bool IsEach(AnalyzedQuery question)
    {
        var terms = question.Terms;
        for (var index = 0; index < terms.Count; index++)
        {
            if (Documents.Contains(terms[index].Exact)
                && (index > 0 && Openers.Contains(terms[index - 1].Exact) || index + 1 < terms.Count && Telling.Contains(terms[index + 1].Exact)))
            {
                return true;
            }
        }

        return false;
    }
}
