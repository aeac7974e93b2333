using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Indexing;

namespace CstoBot.Composition;

/// <summary>"What is the latest news?", "Что было после 1 июля 2025 года?": of no subject, only of a time. What is dated so answers.</summary>
internal static class LatestSections
{
    /// <summary>What stands in a dated section first says what it is about; how likely that is what somebody wanted.</summary>
    public const double Confidence = 0.7;

    private const int MaxInRange = 5;

    private static readonly FrozenSet<string> NoSubject = TextAnalyzer
        .Analyze("news event item update announcement press release publication story report message happen occur new latest newest recent last take took place place новость событие сообщение пресс релиз публикация объявление произошло случилось происходило новое новенькое последний свежий")
        .Select(term => term.Stem)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a time is asked about, and nothing that could be looked for.</summary>
    public static bool IsAsked(WeighedQuestion question) =>
        (question.Order != TimeOrder.None || question.Dates is not null)
        && question.Query.Concepts.All(concept => concept.Forms[0].Stems.All(NoSubject.Contains) || TimeOrderReader.IsOfForm(concept.Text) || LightWords.Contains(concept.Text.ToLowerInvariant()));

    /// <summary>The first statement of the sections that fit, newest first: of the latest or earliest day one, of a range of days a few.</summary>
    public static IReadOnlyList<Evidence> Of(WeighedQuestion question, PassageIndex index)
    {
        var dated = Dated(index).Where(section => question.Dates?.Holds(section.Date) != false).OrderByDescending(section => section.Date).ToList();
        var chosen = question.Order switch
        {
            TimeOrder.Latest => dated.Take(1),
            TimeOrder.Earliest => dated.TakeLast(1),
            _ => dated.Take(MaxInRange),
        };
        return chosen.Select(section => Lead(section.Number, question, index)).OfType<Evidence>().ToList();
    }

    /// <summary>Whether anything is dated so.</summary>
    public static bool Any(AskedDates dates, PassageIndex index) => Dated(index).Any(section => dates.Holds(section.Date));

    /// <summary>The first chunk of each dated section. None of a corpus on disk, where every document would have to be read.</summary>
    private static IEnumerable<(int Number, DateOnly Date)> Dated(PassageIndex index)
    {
        for (var number = 0; index.Chunks is not StoredChunks && number < index.Chunks.Count; number++)
        {
            if (IsFirstOfSection(index.Chunks, number) && index.Chunks[number].Document.DateOf(index.Chunks[number].Section) is { } date)
            {
                yield return (number, date);
            }
        }
    }

    private static bool IsFirstOfSection(IReadOnlyList<Chunk> chunks, int number) => number == 0 || chunks[number - 1].Section != chunks[number].Section;

    /// <summary>Its first sentence that states something; null when none does.</summary>
    private static Evidence? Lead(int number, WeighedQuestion question, PassageIndex index)
    {
        var chunk = index.Analyzed(number);
        var position = chunk.Sentences.ToList().FindIndex(sentence => sentence.Sentence.Role == SentenceRole.Statement);
        return position < 0 ? null : new Evidence(chunk, number, position, 1, ConceptMatches.Of(question.Query.Concepts, chunk)[position], 0);
    }
}
