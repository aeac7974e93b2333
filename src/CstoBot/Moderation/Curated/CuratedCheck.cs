using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;
using CstoBot.Verification;

namespace CstoBot.Moderation.Curated;

/// <summary>Whether what kept answers cite still stands in the documents as it was approved. Pure.</summary>
internal static class CuratedCheck
{
    // Below this part of its words another sentence is not what has become of a quote.
    private const double Kinship = 0.4;

    /// <summary>Those of the answers that cite something which has changed or is gone.</summary>
    public static IReadOnlyList<ChangedCuration> Affected(IReadOnlyList<CuratedAnswer> active, PassageIndex index) =>
        [.. active.Select(answer => new ChangedCuration(answer, Changes(answer, index))).Where(changed => changed.Citations.Count > 0)];

    /// <summary>The answer with each citation where it stands now; null when one does not stand.</summary>
    public static Answer? StandingOrNull(CuratedAnswer curated, PassageIndex index) =>
        CitingOrNull(curated.Given, curated.Answer.Citations.Zip(curated.Cited, (citation, passage) => StandingOrNull(citation, passage, index)), index);

    /// <summary>The answer with each quote where it stands now, whatever the text around it says; null when one does not stand any more.</summary>
    public static Answer? RenewedOrNull(Answer answer, PassageIndex index) => CitingOrNull(
        answer,
        answer.Citations.Select(citation => DocumentOrNull(citation.Source, index) is { } document ? Places(citation, document).FirstOrDefault() : null),
        index);

    /// <summary>Why a citation does not stand as it was approved; null when it does.</summary>
    public static string? FaultOrNull(Citation citation, PassageIndex index) =>
        DocumentOrNull(citation.Source, index) is not { } document ? $"citation {citation.Number}: there is no document {citation.Source}"
        : !Places(citation, document).Any() ? $"citation {citation.Number}: its quote does not stand in {citation.Source}"
        : StandingOrNull(citation, CitedPassage.Of(citation), index) is null ? $"citation {citation.Number}: the text around its quote, or the date or publisher, is another in {citation.Source}"
        : null;

    /// <summary>The answer with its citations where they are now; null when one is nowhere.</summary>
    private static Answer? CitingOrNull(Answer answer, IEnumerable<Citation?> places, PassageIndex index)
    {
        var found = places.OfType<Citation>().ToList();
        return found.Count == answer.Citations.Count ? answer with { Citations = found, CorpusVersion = index.Corpus.Version } : null;
    }

    private static List<ChangedCitation> Changes(CuratedAnswer curated, PassageIndex index) => curated.Answer.Citations
        .Zip(curated.Cited)
        .Where(pair => StandingOrNull(pair.First, pair.Second, index) is null)
        .Select(pair => new ChangedCitation(pair.First, SuccessorOrNull(pair.First, index)))
        .ToList();

    private static Citation? StandingOrNull(Citation citation, CitedPassage passage, PassageIndex index) =>
        DocumentOrNull(citation.Source, index) is { } document
            ? Places(citation, document).FirstOrDefault(place => CitedPassage.Of(place) == passage)
            : null;

    /// <summary>What stands in the place of a quote: the quote itself where only the text around it has changed, or the sentence most like it.</summary>
    private static Citation? SuccessorOrNull(Citation citation, PassageIndex index)
    {
        if (DocumentOrNull(citation.Source, index) is not { } document)
        {
            return null;
        }

        var words = Stems(citation.Quote);
        return Places(citation, document).FirstOrDefault() ?? Chunker.Split(document)
            .SelectMany(chunk => chunk.Sentences.Select(sentence => (chunk.Section, sentence.Span, Share: Share(words, Stems(sentence.Span.Of(document.Text))))))
            .Where(sentence => sentence.Share >= Kinship)
            .OrderByDescending(sentence => sentence.Share)
            .Select(sentence => Cite(citation, document, sentence.Section, sentence.Span))
            .FirstOrDefault();
    }

    /// <summary>Every place of the document where the quote stands word for word within one section, first the one where it stood.</summary>
    private static IEnumerable<Citation> Places(Citation citation, SourceDocument document)
    {
        var (text, quote) = (document.Text, citation.Quote);
        var places = new List<int>();
        for (var place = text.IndexOf(quote, StringComparison.Ordinal); place >= 0; place = text.IndexOf(quote, place + 1, StringComparison.Ordinal))
        {
            places.Add(place);
        }

        return places.OrderBy(place => Math.Abs((long)place - citation.Start))
            .Select(place => new TextSpan(place, quote.Length))
            .Select(span => (span, Section: document.Sections.FirstOrDefault(section => section.Span.Contains(span))))
            .Where(found => found.Section is not null)
            .Select(found => Cite(citation, document, found.Section!, found.span));
    }

    private static Citation Cite(Citation citation, SourceDocument document, Section section, TextSpan span) =>
        AnswerVerifier.Cite(new DraftQuote(document, section, span, span.Of(document.Text)), citation.Number);

    private static SourceDocument? DocumentOrNull(string name, PassageIndex index) => DocumentChunks.OfOrNull(index, name)?[0].Document;

    private static HashSet<string> Stems(string text) => TextAnalyzer.Analyze(text).Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>The part that both share of all their words.</summary>
    private static double Share(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }
}

/// <summary>A kept answer that must not be given any more.</summary>
/// <param name="Citations">Those of its citations that do not stand any more; never empty.</param>
internal sealed record ChangedCuration(CuratedAnswer Answer, IReadOnlyList<ChangedCitation> Citations);

/// <param name="Before">As it was approved, with the text around it.</param>
/// <param name="Now">What stands there now, with the text around it; null when it is gone.</param>
internal sealed record ChangedCitation(Citation Before, Citation? Now);
