using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Verification;

namespace CstoBot.Composition;

/// <summary>Answers with the documents' own sentences: the few that account best for the question, verbatim. Needs no model. Pure.</summary>
internal static class QuotingComposer
{
    public const string Name = "quotes";

    private const int MaxQuotes = 3;
    private const int MaxListQuotes = 5;

    // A further sentence must account for something that the chosen ones leave open, or be another document's and as good.
    private const double EqualShare = 0.97;
    private const double ListShare = 0.75;

    // Whether something is so may be seen differently by another document, at another time.
    private const double WitnessShare = 0.75;
    private const double AddingShare = 0.65;

    // A sentence that accounts for this much of the question and enumerates is the list itself; else the list is spread over sentences.
    private const double WholeListScore = 0.7;
    private const double AddedMatch = 0.5;
    private const double SubjectMatch = 0.3;

    // Sources that a question sets side by side need not be equally good.
    private const double SourceShare = 0.5;

    /// <summary>Two sentences that share this part of the shorter one's words of content say the same (a translation, a digest): one witness is enough.</summary>
    private const double SameStatement = 0.5;

    /// <param name="evidence">Best first; must not be empty.</param>
    public static Draft Compose(AnalyzedQuery question, QuestionKind kind, IReadOnlyList<Evidence> evidence, PhraseBook phrases)
    {
        var chosen = FromEachNamedSource(question, evidence) ?? Choose(question, kind, evidence);
        var manyDocuments = chosen.Select(item => item.Document.Name).Distinct().Count() > 1;
        var quotes = NewestFirst(chosen).Select(item => (Evidence: item, Span: Quotable(item))).ToList();
        return new Draft(
            phrases.Lead(manyDocuments),
            quotes.ConvertAll(quote => Statement(quote.Evidence, quote.Span, manyDocuments, phrases)),
            Math.Clamp(evidence[0].Score, 0, 1));
    }

    /// <summary>The best of each source, when the question names several; null when it does not, or when only one of them has evidence.</summary>
    private static List<Evidence>? FromEachNamedSource(AnalyzedQuery question, IReadOnlyList<Evidence> evidence)
    {
        var best = new Dictionary<int, Evidence>();
        foreach (var item in evidence.TakeWhile(item => item.Score >= SourceShare * evidence[0].Score))
        {
            var open = NamedSources.Of(question, item.Chunk).Where(mention => !best.ContainsKey(mention)).ToList();
            open.ForEach(mention => best[mention] = item);
        }

        var chosen = best.OrderBy(pair => pair.Key).Select(pair => pair.Value).Distinct().ToList();
        return chosen.Count > 1 ? chosen : null;
    }

    private static List<Evidence> Choose(AnalyzedQuery question, QuestionKind kind, IReadOnlyList<Evidence> evidence)
    {
        var best = evidence[0];
        var chosen = new List<Evidence> { PreferDated(best, evidence) };
        var covered = best.Matches.ToArray();
        var isList = kind is QuestionKind.List or QuestionKind.Names;
        var isWhole = isList && best.Score >= WholeListScore && AnswerFit.IsEnumeration(best.Sentence);
        var subject = Subject(question, best);
        foreach (var item in evidence.Skip(1).TakeWhile(item => item.Score >= AddingShare * best.Score).Where(item => subject is not { } main || item.Matches[main] >= SubjectMatch))
        {
            if (chosen.Count == (isList ? MaxListQuotes : MaxQuotes))
            {
                break;
            }

            var adds = question.Concepts.Where((concept, index) => item.Matches[index] - covered[index] >= AddedMatch).Any();
            var equals = isList
                ? !isWhole && item.Score >= ListShare * best.Score
                : item.Score >= (kind == QuestionKind.YesNo ? WitnessShare : EqualShare) * best.Score && chosen.TrueForAll(other => other.Document != item.Document);
            var repeats = kind == QuestionKind.Person
                && AnswerFit.NamesBeside(item.Sentence, question).All(chosen.SelectMany(other => AnswerFit.NamesBeside(other.Sentence, question)).Contains);
            if ((adds || equals && !repeats) && !chosen.Any(other => SaysTheSame(item, other)))
            {
                chosen.Add(item);
                covered = covered.Zip(item.Matches, Math.Max).ToArray();
            }
        }

        return chosen;
    }

    /// <summary>The concept that tells most of those which the best sentence names; a further sentence must speak of it too. Null when it names none.</summary>
    private static int? Subject(AnalyzedQuery question, Evidence best)
    {
        var named = Enumerable.Range(0, question.Concepts.Count).Where(concept => best.Matches[concept] >= SubjectMatch && question.Concepts[concept].SourceMention is null).ToList();
        return named.Count == 0 ? null : named.MaxBy(concept => question.Concepts[concept].Weight);
    }

    /// <summary>Of sentences that say the same, the one that can be dated.</summary>
    private static Evidence PreferDated(Evidence best, IReadOnlyList<Evidence> evidence) =>
        IsDated(best)
            ? best
            : evidence.FirstOrDefault(item => IsDated(item) && item.Score >= EqualShare * best.Score && SaysTheSame(item, best)) ?? best;

    /// <summary>Sources of different dates may differ; what has no date comes last.</summary>
    private static IEnumerable<Evidence> NewestFirst(List<Evidence> chosen) => chosen.OrderByDescending(item => DateOrNull(item) ?? DateOnly.MinValue);

    private static bool IsDated(Evidence item) => DateOrNull(item) is not null;

    private static DateOnly? DateOrNull(Evidence item) => item.Section.Published ?? item.Document.Metadata.Published;

    private static bool SaysTheSame(Evidence one, Evidence other)
    {
        var (a, b) = (ContentStems(one), ContentStems(other));
        return a.Intersect(b).Count() >= SameStatement * Math.Min(a.Count, b.Count);
    }

    private static List<string> ContentStems(Evidence item) =>
        item.Sentence.Terms.Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Stem).Distinct().ToList();

    /// <summary>The sentence, with the one before it when it cannot be understood alone.</summary>
    private static TextSpan Quotable(Evidence item)
    {
        var text = item.Document.Text;
        var span = item.Sentence.Sentence.Span;
        if (item.Position > 0 && Anaphora.NeedsPredecessor(item.Sentence))
        {
            var before = item.Chunk.Sentences[item.Position - 1].Sentence;
            var between = TextSpan.FromBounds(before.Span.End, span.Start).In(text);
            if (before.Role == item.Sentence.Sentence.Role && between.IsWhiteSpace())
            {
                span = TextSpan.FromBounds(before.Span.Start, span.End);
            }
        }

        return Quotation.Tidy(text, span);
    }

    private static DraftStatement Statement(Evidence item, TextSpan span, bool attribute, PhraseBook phrases)
    {
        var quote = span.Of(item.Document.Text);
        var source = attribute ? phrases.Attribution(item.Document, item.Section) + ": " : string.Empty;
        var role = item.Sentence.Sentence.Role != SentenceRole.InterviewerQuestion ? string.Empty
            : (item.Section.Speaker is null ? phrases.TextAsks : phrases.InterviewerAsked) + ": ";
        return new DraftStatement(
            source + role + Quotation.Show(quote),
            [new DraftQuote(item.Document, item.Section, span, quote)],
            source + role);
    }
}
