using System.Collections.Frozen;
using CstoBot.Ingestion;
using CstoBot.Retrieval;

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

    private readonly WeighedQuestion question;
    private readonly bool asksBesideDate;
    private readonly bool asksSuccession;
    private readonly bool asksOfPast;
    private readonly int? speaker;

    public Reservations(WeighedQuestion question)
    {
        this.question = question;
        var terms = question.Query.Terms;
        asksSuccession = question.Kind == QuestionKind.Person && terms.Any(term => SuccessionWords.Contains(term.Exact));
        asksBesideDate = terms.Zip(terms.Skip(1)).Any(pair => OrderWords.Contains(pair.First.Exact) && IsDate(pair.Second));
        asksOfPast = question.Kind is not (QuestionKind.Date or QuestionKind.Place)
            && terms.Any(term => PastWords.Contains(term.Exact))
            && !terms.Any(term => IntentWords.Contains(term.Exact));
        speaker = SpeakerOrNull();
    }

    /// <summary>How many of them hold of a sentence.</summary>
    /// <param name="inside">How strongly each concept of the question stands in it.</param>
    public int Count(AnalyzedChunk chunk, AnalyzedSentence sentence, IReadOnlyList<double> inside) =>
        (asksSuccession && !Has(sentence, SuccessionWords) ? 1 : 0)
        + (asksBesideDate && !Has(sentence, OrderWords) ? 1 : 0)
        + (asksOfPast && Has(sentence, FutureWords) ? 1 : 0)
        + (speaker is { } place && !IsSaidBy(place, chunk, sentence, inside) ? 1 : 0);

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
        const double Named = 0.5;
        var name = question.Query.Concepts[place];
        return chunk.Speaker.Strength(name) >= Named || chunk.About.Strength(name) >= Named || inside[place] >= Named && Has(sentence, SayingWords);
    }

    private static bool IsDate(Term term) => term.IsNumber || StatedDate.MonthOrNull(term.Exact) is not null;

    private static bool Has(AnalyzedSentence sentence, FrozenSet<string> words) => sentence.Terms.Any(term => words.Contains(term.Exact));

    private static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
