using CstoBot.Ingestion;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>A document in one of its states, as the passages that it is read in.</summary>
/// <param name="At">The passage at a place, from 0.</param>
/// <param name="Count">At least 1.</param>
/// <param name="IsEarlier">The document is another one by now, or gone.</param>
internal sealed record DocumentEdition(Func<int, Chunk> At, int Count, bool IsEarlier)
{
    /// <summary>The place of the passage in which a quote stands; null when it does not stand there.</summary>
    public int? HomeOrNull(Citation citation)
    {
        var (text, span) = (At(0).Document.Text, new TextSpan(citation.Start, citation.Length));
        return span.End <= text.Length && span.In(text).SequenceEqual(citation.Quote)
            ? Enumerable.Range(0, Count).Where(place => At(place).Span.Contains(span)).Select(place => (int?)place).FirstOrDefault()
            : null;
    }
}
