using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Composition;

/// <summary>
/// Reasons why a sentence that speaks of all that a question names does still not answer it: it speaks of somebody else's turn,
/// it announces what the question takes as done, it is of the day that is asked around, or somebody else is speaking.
/// </summary>
internal sealed class Reservations
{
    private static readonly FrozenSet<string> SuccessionWords = Set("""
        before after former previous previously predecessor successor succeed succeeded replace replaced preceded ex next
        до после бывший бывшего прежний прежнего предыдущий предшественник предшественника преемник сменил следующий раньше
        """);

    private static readonly FrozenSet<string> PastWords = Set("did was were had attended signed adopted приняли принял принято подписали было был были");

    private static readonly FrozenSet<string> FutureWords = Set("will shall будет будут состоится пройдет пройдут планируется предстоит");

    // "was due to host" asks for the announcement itself.
    private static readonly FrozenSet<string> IntentWords = Set("""
        will would due plan plans planned planning scheduled expected going announced intend intends should to
        будет будут должен должна должно должны планировал планировали планируется намерен намерена собирается
        """);

    private static readonly FrozenSet<string> SayingWords = Set("""
        say says said saying tell tells told state stated think thinks thought believe believes comment commented note noted claim claimed declare declared
        emphasize emphasized stress stressed admit admitted answer answered reply replied
        сказал сказала говорит говорил говорила заявил заявила отметил отметила считает считал думает подчеркнул сообщил ответил ответила
        """);

    private static readonly FrozenSet<string> OrderWords = Set("before after since until prior до после раньше позже");

    // A name that stands nearly everywhere is meant where it is not said.
    private const double Telling = 0.5;
    private const double Named = 0.5;
    private const double MinPredicate = 0.5;

    // More than in the sentence next door.
    private const double NameNear = 0.55;
    private const double CountedNear = 0.55;

    // A paraphrase shares little with what it asks, but hardly ever nothing.
    private const double MinHint = 0.15;

    // "before Mr A. Person"
    private const int MaxBeside = 3;

    private static readonly FrozenSet<string> Pronouns = Set("him her them his that it него неё нее них этого");

    private readonly WeighedQuestion question;
    private readonly AskedOffice? office;
    private readonly QueryConcept? besides;
    private readonly bool asksWhatItIs;
    private readonly int? counted;
    private readonly bool asksBesideDate;
    private readonly bool asksSuccession;
    private readonly bool asksOfPast;
    private readonly int? speaker;

    public Reservations(WeighedQuestion question)
    {
        this.question = question;
        var terms = question.Query.Terms;
        asksSuccession = question.Kind == QuestionKind.Person && terms.Any(term => SuccessionWords.Contains(term.Exact));
        counted = question.Kind == QuestionKind.Number ? AnswerFit.CountedOrNull(question.Query) : null;
        asksWhatItIs = question.Kind == QuestionKind.YesNo && AsksWhatItIs(terms);
        besides = asksSuccession ? NameBehindOrder(terms) : null;
        office = AskedOffice.OrNull(question.Query, question.Kind);
        asksBesideDate = question.Dates is null && terms.Zip(terms.Skip(1)).Any(pair => OrderWords.Contains(pair.First.Exact) && IsDate(pair.Second));
        asksOfPast = question.Kind is not (QuestionKind.Date or QuestionKind.Place)
            && terms.Any(term => PastWords.Contains(term.Exact))
            && !terms.Any(term => IntentWords.Contains(term.Exact));
        speaker = SpeakerOrNull();
    }

    /// <summary>How many of them hold of a sentence.</summary>
    public int Count(AnalyzedChunk chunk, AnalyzedSentence sentence, ConceptMatches matches) =>
        (question.Dates is { } dates && !IsOf(dates, chunk, sentence) ? 1 : 0)
        + (office is not null && !office.IsFilledBy(sentence, matches.All) ? 1 : 0)
        + (question.Kind == QuestionKind.YesNo && !IsAboutTheSame(sentence, matches) ? 1 : 0)
        + (question.Kind == QuestionKind.Number && !(AnswerFit.Counts(sentence, question.Query) && IsOfTheCounted(matches)) ? 1 : 0)
        + (asksSuccession && !(Has(sentence, SuccessionWords) && IsBesideTheName(sentence)) ? 1 : 0)
        + (asksBesideDate && !Has(sentence, OrderWords) ? 1 : 0)
        + (asksOfPast && Has(sentence, FutureWords) ? 1 : 0)
        + (speaker is { } place && !IsSaidBy(place, chunk, sentence, matches.Inside) ? 1 : 0);

    /// <summary>"Is A a member?", "Является ли А членом?"</summary>
    private static bool AsksWhatItIs(IReadOnlyList<Term> terms) =>
        terms[0].Exact is "is" or "are" or "was" or "were" && terms.Skip(1).Take(3).Any(term => term.Exact is "a" or "an" or "part")
        || terms.Count > 1 && terms[1].Exact == "ли" && terms[0].Exact is "является" or "являются" or "входит" or "входят";

    /// <summary>The name right behind "before" or "after"; null when there is none.</summary>
    private QueryConcept? NameBehindOrder(IReadOnlyList<Term> terms)
    {
        var behind = terms.Zip(terms.Skip(1)).Where(pair => OrderWords.Contains(pair.First.Exact)).Select(pair => pair.Second.Stem).FirstOrDefault();
        return question.Query.Concepts.FirstOrDefault(concept => concept.IsName && concept.Forms[0].Stems[0] == behind);
    }

    /// <summary>The part of the document is of those days, or the sentence names one of them.</summary>
    private static bool IsOf(AskedDates dates, AnalyzedChunk chunk, AnalyzedSentence sentence) =>
        (StatedDate.LatestOrNull(sentence.Text) ?? chunk.Chunk.Document.DateOf(chunk.Chunk.Section)) is { } day ? dates.Holds(day) : Has(sentence, OrderWords);

    /// <summary>
    /// Whether something is so can only be told by a sentence that speaks of each of the names, and whether A is one of B's only by
    /// one that itself says what it is of B.
    /// </summary>
    private bool IsAboutTheSame(AnalyzedSentence sentence, ConceptMatches matches)
    {
        var concepts = question.Query.Concepts;
        return Enumerable.Range(0, concepts.Count).All(place => concepts[place] is not { IsName: true, SourceMention: null } || question.Weights[place] < Telling || matches.Near[place] >= NameNear)
            && question.PredicateShare(matches.Near) >= MinHint
            && (!asksWhatItIs || question.PredicateShare(concepts.Select(sentence.Stems.Strength).ToList()) >= MinPredicate);
    }

    /// <summary>A number of doctors is none of nurses, where the documents know of both.</summary>
    private bool IsOfTheCounted(ConceptMatches matches) =>
        counted is not { } place || !question.Query.Concepts[place].IsKnown || matches.Near[place] >= CountedNear;

    /// <summary>"before NAME": the sentence has the name behind such a word, or a pronoun there for the name before it.</summary>
    private bool IsBesideTheName(AnalyzedSentence sentence)
    {
        if (besides is null)
        {
            return true;
        }

        var terms = sentence.Terms;
        var order = Enumerable.Range(0, terms.Count).Where(place => OrderWords.Contains(terms[place].Exact)).ToList();
        return order.Count == 0 || order.Exists(place =>
            terms.Skip(place + 1).Take(MaxBeside).Any(IsOfTheName)
            || terms.Skip(place + 1).Take(1).Any(term => Pronouns.Contains(term.Exact)) && terms.Take(place).Any(IsOfTheName));

        bool IsOfTheName(Term term) => besides.Forms.Any(form => form.Stems.Contains(term.Stem));
    }

    /// <summary>The name right before a word of saying: "What did A. Person himself say about …"; null when none is asked to have spoken.</summary>
    private int? SpeakerOrNull()
    {
        var (concepts, terms) = (question.Query.Concepts, question.Query.Terms);
        for (var place = 0; place < concepts.Count; place++)
        {
            if (concepts[place] is { IsName: true, SourceMention: null } name)
            {
                var last = name.Forms[0].Stems[^1];
                for (var index = 0; index < terms.Count; index++)
                {
                    if (terms[index].Stem == last && terms.Skip(index + 1).Take(2).Any(term => SayingWords.Contains(term.Exact)))
                    {
                        return place;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>They are interviewed, the document as a whole reports what they say, or the sentence says that they say it.</summary>
    private bool IsSaidBy(int place, AnalyzedChunk chunk, AnalyzedSentence sentence, IReadOnlyList<double> inside)
    {
        var name = question.Query.Concepts[place];
        return chunk.Speaker.Strength(name) >= Named || chunk.About.Strength(name) >= Named || inside[place] >= Named && Has(sentence, SayingWords);
    }

    private static bool IsDate(Term term) => term.IsNumber || StatedDate.MonthOrNull(term.Exact) is not null;

    private static bool Has(AnalyzedSentence sentence, FrozenSet<string> words) => sentence.Terms.Any(term => words.Contains(term.Exact));

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
