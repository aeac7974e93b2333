using System.Text.RegularExpressions;
using CstoBot.Conversations;
using CstoBot.Retrieval.Analysis;

namespace CstoBot.Composition;

/// <summary>Divides "Where was it held and who chaired it?" into the questions it holds, so that each gets its own evidence.</summary>
internal static partial class QuestionParts
{
    private const int MaxParts = 3;

    // "and why?" alone goes on with the same thing; "In which issue and on what date was it published?" asks of one thing twice.
    private const int MinWords = 3;
    private const int MinTellingWords = 2;

    /// <summary>The parts in order, at least one. A later part goes on with the first one, as a follow-up does.</summary>
    public static IReadOnlyList<StandaloneQuestion> Of(StandaloneQuestion question)
    {
        var texts = Border().Split(question.Text).Select(part => part.Trim()).Where(part => part.Length > 0).ToList();
        return texts.Count is < 2 or > MaxParts || IsHalf(texts[0]) || texts.Exists(part => Words(part) < MinWords)
            ? [question]
            : texts.Select((part, place) => place == 0 ? question with { Text = part } : new StandaloneQuestion(part, texts[0])).ToList();
    }

    private static bool IsHalf(string text) => !text.EndsWith('?') && TextAnalyzer.Analyze(text).Count(term => !StopWords.Contains(term.Exact)) < MinTellingWords;

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    // A question mark inside; or a conjunction and a question word behind it.
    [GeneratedRegex(@"(?<=\?)\s+(?=\S)|,?\s+(?:and|n|&|и|а)\s+(?=(?:(?:in|at|on|by|to|for|from|with|under|of|в|на|с|от|к|по)\s+)?(?:who|whom|whose|when|where|what|which|why|how|кто|кого|кому|кем|когда|где|куда|что|чем|почему|зачем|сколько|как|как(?:ой|ая|ое|ие|их|им|ому|ую|ом))\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
