using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>Chooses the few sentences that are shown: the best one, and those that add to it or see it differently. Pure.</summary>
internal static class EvidenceSelector
{
    private const int MaxQuotes = 3;
    private const int MaxListQuotes = 5;
    private const int MaxOfSource = 2;
    private const int MaxItems = 12;

    // A further sentence must account for something that the chosen ones leave open, or be another document's and as good.
    private const double EqualShare = 0.97;
    private const double ListShare = 0.75;

    // Of sentences that account for the question nearly alike either may be the answer.
    private const double TieShare = 0.93;
    private const int MaxOfTie = 2;

    // Whether something is so may be seen differently by another document, at another time.
    private const double WitnessShare = 0.75;
    private const double DocumentShare = 0.6;
    private const double AddingShare = 0.65;

    // A sentence that accounts for this much of the question and enumerates is the list itself; else the list is spread over sentences.
    private const double WholeListScore = 0.7;
    private const double AddedMatch = 0.5;
    private const double SubjectMatch = 0.3;

    // Sources that a question sets side by side need not be equally good.
    private const double SourceShare = 0.5;

    /// <summary>Two sentences that share this part of the shorter one's words of content say the same (a translation, a digest): one witness is enough.</summary>
    private const double SameStatement = 0.5;

    // The first or last in time is one of those that answer at all.
    private const double DatedShare = 0.75;

    /// <summary>Newest first, what has no date last: sources of different dates may differ.</summary>
    /// <param name="evidence">Best first; must not be empty.</param>
    public static IReadOnlyList<Evidence> Select(WeighedQuestion question, IReadOnlyList<Evidence> evidence) =>
        (FirstInTime(question, evidence) ?? FromEachNamedSource(question.Query, evidence) ?? FromEachDocument(question, evidence) ?? Choose(question.Query, question.Kind, evidence))
            .OrderByDescending(item => item.DateOrNull ?? DateOnly.MinValue)
            .ToList();

    /// <summary>What is latest or earliest among the dated; null when no order is asked for or nothing is dated.</summary>
    private static List<Evidence>? FirstInTime(WeighedQuestion question, IReadOnlyList<Evidence> evidence)
    {
        var dated = question.Order == TimeOrder.None ? [] : evidence
            .Select(item => (Item: item, Date: StatedDate.LatestOrNull(item.Sentence.Text) ?? item.Section.Published))
            .Where(pair => pair.Date is not null)
            .ToList();
        var able = dated.TakeWhile(pair => pair.Item.Score >= DatedShare * dated[0].Item.Score).ToList();
        return able.Count == 0 ? null : [(question.Order == TimeOrder.Latest ? able.MaxBy(pair => pair.Date) : able.MinBy(pair => pair.Date)).Item];
    }

    /// <summary>The best of each source, when the question names several; null when it does not, or when only one of them has evidence.</summary>
    private static List<Evidence>? FromEachNamedSource(AnalyzedQuery question, IReadOnlyList<Evidence> evidence)
    {
        var best = new Dictionary<int, List<Evidence>>();
        foreach (var item in evidence.TakeWhile(item => item.Score >= SourceShare * evidence[0].Score))
        {
            foreach (var mention in NamedSources.Of(question, item.Chunk))
            {
                var chosen = best.TryGetValue(mention, out var list) ? list : best[mention] = [];
                if (chosen.Count < MaxOfSource && (chosen.Count == 0 || item.Score >= EqualShare * chosen[0].Score) && !chosen.Exists(other => SaysTheSame(item, other)))
                {
                    chosen.Add(item);
                }
            }
        }

        return best.Count > 1 ? best.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value).Distinct().ToList() : null;
    }

    /// <summary>The best of each document that speaks of what is asked; null when the question is not about the documents.</summary>
    private static List<Evidence>? FromEachDocument(WeighedQuestion question, IReadOnlyList<Evidence> evidence)
    {
        if (!question.AsksEachDocument)
        {
            return null;
        }

        var chosen = new List<Evidence>();
        foreach (var item in evidence.Where(item => item.Score >= DocumentShare * evidence[0].Score))
        {
            if (chosen.Count < MaxListQuotes && chosen.TrueForAll(other => other.Document != item.Document) && !chosen.Exists(other => SaysTheSame(item, other)))
            {
                chosen.Add(item);
            }
        }

        return chosen;
    }

    private static List<Evidence> Choose(AnalyzedQuery question, QuestionKind kind, IReadOnlyList<Evidence> evidence)
    {
        var best = evidence[0];
        if (ListOf(best, kind, evidence) is { Count: > 0 } list)
        {
            return list;
        }

        var chosen = new List<Evidence> { PreferDated(best, evidence) };
        var covered = best.Matches.ToArray();
        foreach (var item in Candidates(question, evidence))
        {
            if (chosen.Count == (IsList(kind) ? MaxListQuotes : MaxQuotes))
            {
                break;
            }

            var adds = item.Matches.Where((match, concept) => match - covered[concept] >= AddedMatch).Any();
            if ((adds || IsAsGood(item, best, kind, chosen) && !RepeatsTheName(item, question, kind, chosen)) && !chosen.Exists(other => SaysTheSame(item, other)))
            {
                chosen.Add(item);
                covered = covered.Zip(item.Matches, Math.Max).ToArray();
            }
        }

        return chosen.ConvertAll(item => MarkPart(item, kind, chosen));
    }

    /// <summary>The whole list that the sentence introduces; empty when it introduces none.</summary>
    private static List<Evidence> ListOf(Evidence best, QuestionKind kind, IReadOnlyList<Evidence> evidence)
    {
        var places = IsList(kind) || kind == QuestionKind.Open ? ListItems.Behind(best.Chunk, best.Position) : [];
        var items = evidence.Where(item => item.ChunkNumber == best.ChunkNumber && places.Contains(item.Position)).OrderBy(item => item.Position).ToList();
        if (items.Count == 0)
        {
            return [];
        }

        var shown = items.Take(MaxItems).ToList();
        shown[^1] = shown[^1] with { IsPartOfList = items.Count > MaxItems || ListItems.IsCutAt(best.Chunk, places[^1]) };
        return [best, .. shown];
    }

    /// <summary>An item where a list is asked for is a part of it, unless what introduces it is chosen too or it is a list itself.</summary>
    private static Evidence MarkPart(Evidence item, QuestionKind kind, List<Evidence> chosen) =>
        IsList(kind) && !AnswerFit.IsEnumeration(item.Sentence) && ListItems.HeadOrNull(item.Chunk, item.Position) is { } head && !chosen.Exists(other => other.ChunkNumber == item.ChunkNumber && other.Position == head)
            ? item with { IsPartOfList = true }
            : item;

    private static bool IsList(QuestionKind kind) => kind is QuestionKind.List or QuestionKind.Names;

    /// <summary>What may stand beside the best: good enough, and about the same thing.</summary>
    private static IEnumerable<Evidence> Candidates(AnalyzedQuery question, IReadOnlyList<Evidence> evidence)
    {
        var subject = Subject(question, evidence[0]);
        return evidence.Skip(1)
            .TakeWhile(item => item.Score >= AddingShare * evidence[0].Score)
            .Where(item => subject is not { } main || item.Matches[main] >= SubjectMatch);
    }

    /// <summary>A further item of a list that no sentence gives whole, or another document's word on the question.</summary>
    private static bool IsAsGood(Evidence item, Evidence best, QuestionKind kind, List<Evidence> chosen)
    {
        if (IsList(kind))
        {
            var isWhole = best.Score >= WholeListScore && AnswerFit.IsEnumeration(best.Sentence);
            return !isWhole && item.Score >= ListShare * best.Score;
        }

        var share = kind == QuestionKind.YesNo ? WitnessShare : EqualShare;
        return item.Score >= share * best.Score && chosen.TrueForAll(other => other.Document != item.Document)
            || item.Score >= TieShare * best.Score && chosen.Count < MaxOfTie;
    }

    /// <summary>The person asked for has been named.</summary>
    private static bool RepeatsTheName(Evidence item, AnalyzedQuery question, QuestionKind kind, List<Evidence> chosen) =>
        kind == QuestionKind.Person
        && AnswerFit.NamesBeside(item.Sentence, question).All(chosen.SelectMany(other => AnswerFit.NamesBeside(other.Sentence, question)).Contains);

    /// <summary>The concept that tells most of those which the best sentence names; a further sentence must speak of it too. Null when it names none.</summary>
    private static int? Subject(AnalyzedQuery question, Evidence best)
    {
        var named = Enumerable.Range(0, question.Concepts.Count)
            .Where(concept => best.Matches[concept] >= SubjectMatch && question.Concepts[concept].SourceMention is null)
            .ToList();
        return named.Count == 0 ? null : named.MaxBy(concept => question.Concepts[concept].Weight);
    }

    /// <summary>Of sentences that say the same, the one that can be dated.</summary>
    private static Evidence PreferDated(Evidence best, IReadOnlyList<Evidence> evidence) =>
        IsDated(best)
            ? best
            : evidence.FirstOrDefault(item => IsDated(item) && item.Score >= EqualShare * best.Score && SaysTheSame(item, best)) ?? best;

    private static bool IsDated(Evidence item) => item.DateOrNull is not null;

    private static bool SaysTheSame(Evidence one, Evidence other)
    {
        var (a, b) = (ContentStems(one), ContentStems(other));
        return a.Intersect(b).Count() >= SameStatement * Math.Min(a.Count, b.Count) && !GivesOtherFigures(one, other);
    }

    /// <summary>Both give numbers, and none that the other gives: what changed is no repetition.</summary>
    private static bool GivesOtherFigures(Evidence one, Evidence other)
    {
        var (a, b) = (Numbers(one), Numbers(other));
        return a.Count > 0 && b.Count > 0 && !a.Intersect(b).Any();
    }

    private static List<string> Numbers(Evidence item) => item.Sentence.Terms.Where(term => term.IsNumber).Select(term => term.Exact).ToList();

    private static List<string> ContentStems(Evidence item) =>
        item.Sentence.Terms.Where(term => !StopWords.Contains(term.Exact)).Select(term => term.Stem).Distinct().ToList();
}
