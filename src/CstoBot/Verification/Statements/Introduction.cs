using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Verification.Statements;

/// <summary>
/// What a statement may put before its sentence's own words: who says it and when, as the document's metadata has it ("According to TASS, …"),
/// or a date of the sentence itself, brought forward.
/// </summary>
internal static partial class Introduction
{
    private const int MaxLength = 200;

    private static readonly FrozenSet<string> Frame = """
        according to as in on by the of at a an and from for with per his her its their that interview report article statement news agency commentary dated published
        reported reports said says told stated states noted notes wrote writes informs informed announced emphasized stressed added year
        по в на от из и как со с его ее об о что данным словам сообщению сообщает сообщил сообщила сообщили сообщении заявил заявила заявили сказал сказала отметил отметила
        подчеркнул подчеркнула пишет рассказал рассказала интервью статье отчете докладе заявлении агентство агентству агентства опубликованном опубликованной года год г
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The statement itself, and what is left of it behind each introduction that is true of the passage.</summary>
    public static IEnumerable<string> Bodies(string statement, NumberedPassage passage, IReadOnlyList<StatementWord> sentence, Glossary glossary)
    {
        yield return statement;
        var metadata = new Lazy<HashSet<string>>(() => Metadata(passage, glossary));
        foreach (var border in Border().Matches(statement).Select(match => match.Index + match.Length).TakeWhile(end => end <= MaxLength))
        {
            var words = StatementWords.Of(statement[..border], glossary);
            if (words.Count > 0 && border < statement.Length && (IsAttribution(words, metadata.Value, passage, glossary) || IsDateOf(words, sentence)))
            {
                yield return statement[border..];
            }
        }
    }

    private static bool IsAttribution(IReadOnlyList<StatementWord> words, HashSet<string> metadata, NumberedPassage passage, Glossary glossary)
    {
        var date = DateKeys(passage.Document.DateOf(passage.Section), glossary);
        return words.Any(word => metadata.Contains(word.Key))
            && words.All(word => word.IsDate || word.IsNumber ? date.Contains(word.Key) : metadata.Contains(word.Key) || Frame.Contains(word.Exact));
    }

    /// <summary>"On 6 June 2024," where the sentence has that date and no other.</summary>
    private static bool IsDateOf(IReadOnlyList<StatementWord> words, IReadOnlyList<StatementWord> sentence)
    {
        var dates = sentence.Where(word => word.IsDate).Select(word => word.Key).ToList();
        return words.Any(word => word.IsDate)
            && words.All(word => word.IsDate ? dates.Contains(word.Key) : ScopeWords.IsPreposition(word) || Frame.Contains(word.Exact))
            && dates.Distinct().Count(key => key.StartsWith("month ", StringComparison.Ordinal)) <= 1
            && dates.Distinct().Count() == dates.Count
            && dates.Count <= 3;
    }

    private static HashSet<string> Metadata(NumberedPassage passage, Glossary glossary)
    {
        var (document, section) = (passage.Document, passage.Section);
        return new[] { document.Metadata.Publisher, section.Speaker, document.TitleOf(section) }
            .OfType<string>()
            .SelectMany(text => StatementWords.Of(text, glossary))
            .Where(word => !ScopeWords.IsEmpty(word) && !ScopeWords.IsPreposition(word))
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> DateKeys(DateOnly? date, Glossary glossary) => date is not { } day
        ? []
        : StatementWords.Of(string.Create(CultureInfo.InvariantCulture, $"{day:d MMMM yyyy}, {day:yyyy-MM-dd}, {day:dd.MM.yyyy}, {day:dd}"), glossary)
            .Select(word => word.Key)
            .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[:,)]\s+|,?\s(?:that|что)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Border();
}
