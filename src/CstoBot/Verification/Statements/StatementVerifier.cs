using CstoBot.Conversations;
using CstoBot.Composition;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification.Statements;

/// <summary>
/// The gate between a model and a reader. A quote only says where to look: the statement is held against the whole sentences that the
/// quote touches, so that no quote can leave out the "not" beside it, and cites the one sentence that says it. Its verdicts depend on nothing else; for one thread.
/// </summary>
/// <param name="passages">All that the model was given.</param>
/// <param name="language">The reader's.</param>
internal sealed class StatementVerifier(IReadOnlyList<NumberedPassage> passages, Language language, Glossary glossary)
{
    // What a quote touches; a whole passage is a few dozen sentences.
    private const int MaxSentences = 60;

    // A statement and its beginnings are held against many sentences.
    private readonly Dictionary<string, IReadOnlyList<StatementWord>> read = new(StringComparer.Ordinal);

    public StatementVerdict Verify(ModelStatement statement)
    {
        if (StatementText.CleanOrNull(statement.Text) is not { } text)
        {
            return new StatementVerdict.Refused(StatementFault.Unshowable);
        }

        if (statement.Quotes.Count == 0)
        {
            return new StatementVerdict.Refused(StatementFault.NoQuote);
        }

        var cited = statement.Quotes.Select(quote => (Quote: quote, Passage: passages.FirstOrDefault(passage => passage.Number == quote.Passage))).ToList();
        if (cited.TrueForAll(pair => pair.Passage is null))
        {
            return new StatementVerdict.Refused(StatementFault.UnknownPassage);
        }

        var evidence = cited
            .Where(pair => pair.Passage is not null)
            .SelectMany(pair => pair.Passage!.SentencesOf(pair.Quote.Words).Select(place => new Place(pair.Passage, place)))
            .Distinct()
            .Take(MaxSentences)
            .ToList();
        return evidence.Count == 0 ? new StatementVerdict.Refused(StatementFault.QuoteNotFound) : Verify(text, evidence);
    }

    private StatementVerdict Verify(string text, List<Place> evidence)
    {
        var sentences = new List<VerifiedStatement>();
        foreach (var sentence in SentencesOf(text, evidence))
        {
            if (SupportOrNull(sentence, evidence) is not { } support)
            {
                return new StatementVerdict.Refused(FactCheck.Fault(Read(sentence), evidence.ConvertAll(Words)));
            }

            if (LanguageDetector.DetectOrNull(sentence) is { } written && written != language && written != support.LanguageOrNull)
            {
                return new StatementVerdict.Refused(StatementFault.WrongLanguage);
            }

            sentences.Add(support.Verified(IsReaders(sentence) && support.SpeaksForItself && StatementText.IsPlainSentence(sentence) ? sentence : null));
        }

        return new StatementVerdict.Supported(sentences);
    }

    /// <summary>The whole when one sentence says it, else each of its sentences.</summary>
    private IEnumerable<string> SentencesOf(string text, List<Place> evidence)
    {
        var spans = SentenceSplitter.Split(text, new TextSpan(0, text.Length));
        return spans.Count == 1 || SupportOrNull(text, evidence) is not null ? [text] : spans.Select(span => span.Of(text));
    }

    private Place? SupportOrNull(string text, List<Place> evidence) => evidence.Find(place =>
        Introduction.Bodies(text, place.Passage, Words(place), Read).Any(body => Shortening.Holds(Read(body), Words(place))));

    private IReadOnlyList<StatementWord> Words(Place place) => EvidenceText.Of(place.Passage.Chunk).Words(place.Position, glossary);

    private IReadOnlyList<StatementWord> Read(string text)
    {
        if (!read.TryGetValue(text, out var words))
        {
            read[text] = words = StatementWords.Of(text, glossary);
        }

        return words;
    }

    private bool IsReaders(string text) => LanguageDetector.DetectOrNull(text) is not { } written || written == language;

    /// <summary>A sentence of a passage.</summary>
    private sealed record Place(NumberedPassage Passage, int Position)
    {
        public AnalyzedSentence Sentence => Passage.Chunk.Sentences[Position];

        public Language? LanguageOrNull => LanguageDetector.DetectOrNull(Sentence.Text);

        /// <summary>Nobody says "I" in it, and it does not merely ask: the bot may say it after the document.</summary>
        public bool SpeaksForItself => Sentence.Sentence.Role != SentenceRole.InterviewerQuestion && !FirstPerson.Speaks(Sentence);

        public VerifiedStatement Verified(string? text) => new(text, Passage.Chunk, Position);
    }
}
