using System.Text.RegularExpressions;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Answering;

/// <summary>
/// Questions that may follow an answer, read from the documents around it: what interviewers and headings ask there, what a report says
/// somebody was "asked about", what is named beside the quotes. Whether they can be answered is not known yet. Pure.
/// </summary>
internal static partial class QuestionCandidates
{
    private const int NearSections = 2;
    private const int NearSentences = 3;
    private const int MaxTopicWords = 8;

    /// <summary>Best first: each kind in turn.</summary>
    /// <param name="anchors">The sentences that were shown or are closest to what was asked.</param>
    public static IReadOnlyList<string> Around(IReadOnlyList<Evidence> anchors, PassageIndex index, Language language)
    {
        var asked = anchors.SelectMany(Sections).SelectMany(place => InterviewQuestions.Of(place.Document, place.Section));
        var topics = anchors.SelectMany(anchor => anchor.Chunk.Sentences).SelectMany(Topics);
        var names = anchors.SelectMany(anchor => Neighbours(anchor).SelectMany(sentence => NamesNearby.In(sentence, anchor.Chunk, index, language)))
            .Select(name => About(name, language));
        return [.. InTurn([InLanguage(asked, language), [.. names.Distinct()], InLanguage(topics, language)]).Distinct()];
    }

    /// <summary>What can be asked of each thing that a question names.</summary>
    public static IReadOnlyList<string> Within(string question, PassageIndex index, Language language) =>
        [.. NamesNearby.In(question, index, language).Select(name => About(name, language)).Distinct()];

    private static string About(string name, Language language) =>
        language == Language.Russian ? $"{name}: что сказано в источниках?" : $"{name}: what do the sources say?";

    private static List<string> InLanguage(IEnumerable<string> questions, Language language) =>
        [.. questions.Where(question => LanguageDetector.Of(question, languageCode: null) == language).Distinct()];

    /// <summary>The section that a sentence stands in and those next to it, nearest first.</summary>
    private static IEnumerable<(SourceDocument Document, Section Section)> Sections(Evidence anchor)
    {
        var sections = anchor.Document.Sections;
        var here = sections.Index().FirstOrDefault(section => section.Item == anchor.Section).Index;
        return Enumerable.Range(here - NearSections, (2 * NearSections) + 1)
            .Where(place => place >= 0 && place < sections.Count)
            .OrderBy(place => Math.Abs(place - here))
            .ThenByDescending(place => place)
            .Select(place => (anchor.Document, sections[place]));
    }

    private static IEnumerable<AnalyzedSentence> Neighbours(Evidence anchor) => anchor.Chunk.Sentences
        .Select((sentence, position) => (Sentence: sentence, Distance: Math.Abs(position - anchor.Position)))
        .Where(pair => pair.Distance <= NearSentences)
        .OrderBy(pair => pair.Distance)
        .Select(pair => pair.Sentence);

    /// <summary>"Asked about illegal drug trafficking, A. Person noted …".</summary>
    private static IEnumerable<string> Topics(AnalyzedSentence sentence) => AskedAbout().Match(sentence.Text) is { Success: true, Groups: var groups }
        && groups["topic"].Value is var topic
        && topic.Count(char.IsWhiteSpace) < MaxTopicWords
        && !Owned().IsMatch(topic)
            ? [$"What was said about {topic}?"]
            : [];

    private static IEnumerable<string> InTurn(IReadOnlyList<IReadOnlyList<string>> kinds)
    {
        for (var turn = 0; kinds.Any(kind => turn < kind.Count); turn++)
        {
            foreach (var kind in kinds.Where(kind => turn < kind.Count))
            {
                yield return kind[turn];
            }
        }
    }

    [GeneratedRegex(@"^(?:When )?[Aa]sked about (?:the )?(?<topic>[^,.;“”""]+), ", RegexOptions.CultureInvariant)]
    private static partial Regex AskedAbout();

    [GeneratedRegex(@"\b(?:his|her|their|its|this|these|next|last)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Owned();
}
