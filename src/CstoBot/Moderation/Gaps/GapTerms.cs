using System.Security.Cryptography;
using System.Text;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;

namespace CstoBot.Moderation.Gaps;

/// <summary>What a question is about, as retrieval reads it: one term for a thing, whichever of its spellings was used.</summary>
/// <param name="All">In ordinal order, each once; empty when the question holds words of form alone.</param>
/// <param name="Names">Those of them that are names or numbers: two questions that differ in one ask of different things.</param>
internal sealed record GapTerms(IReadOnlyList<string> All, IReadOnlyList<string> Names)
{
    // What so large a share of all chunks speaks of (of what the glossary knows: the organization itself), people name or leave out as they like.
    private const double UnderstoodShare = 1.0 / 3;

    // In a few chunks, any word is frequent.
    private const int LeastChunks = 10;

    private const int MarkBytes = 2;

    // In UTF-16 units, as retrieval has it.
    private const int MaxLength = 10_000;

    private readonly HashSet<string> terms = new(All, StringComparer.Ordinal);

    /// <summary>Equal where the terms are.</summary>
    public string Key { get; } = string.Join('\n', All);

    /// <summary>Four letters by which a number and its terms are told from the same number and others.</summary>
    public string Mark => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)).AsSpan(0, MarkBytes));

    public static GapTerms Of(StandaloneQuestion question, PassageIndex index)
    {
        var read = Read(question.Text, index).Concat(question.Carried is null ? [] : Read(question.Carried, index)).ToList();
        var kept = FirstFilled(read.FindAll(term => term is { IsLight: false, IsUnderstood: false }), read.FindAll(term => !term.IsLight), read);
        return new GapTerms(Sorted(kept), Sorted(kept.Where(term => term.IsName)));
    }

    /// <summary>How many of all their terms two questions share, 0 to 1; 0 when the one is silent of a name or a number of the other.</summary>
    public double LikenessTo(GapTerms other)
    {
        var shared = All.Count(other.terms.Contains);
        return shared > 0 && Names.All(other.terms.Contains) && other.Names.All(terms.Contains)
            ? (double)shared / (All.Count + other.All.Count - shared)
            : 0;
    }

    public bool Equals(GapTerms? other) => other is not null && All.SequenceEqual(other.All) && Names.SequenceEqual(other.Names);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <summary>The words as they are written: to look for slips in thousands of questions of other fields takes minutes.</summary>
    private static List<ReadTerm> Read(string text, PassageIndex index)
    {
        var words = TextAnalyzer.Analyze(text.Length > MaxLength ? text[..MaxLength] : text);
        var terms = new List<ReadTerm>();
        for (var position = 0; position < words.Count && terms.Count < QueryAnalyzer.MaxConcepts;)
        {
            var entries = index.Glossary.LongestAt(words, position, out var length);
            if (length > 1 || !StopWords.Contains(words[position].Exact))
            {
                length = Math.Max(1, length);
                terms.Add(Term(text, words, position, length, entries, index));
            }

            position += Math.Max(1, length);
        }

        return terms;
    }

    private static ReadTerm Term(string text, IReadOnlyList<Term> words, int position, int length, IReadOnlyList<GlossaryEntry> entries, PassageIndex index)
    {
        var first = words[position];
        var spellings = entries.Where(entry => entry.Tie is GlossaryTie.Name or GlossaryTie.Term)
            .SelectMany(entry => entry.Forms)
            .Select(form => form.Stems)
            .Append([.. words.Skip(position).Take(length).Select(word => word.Stem)])
            .ToList();
        var isName = entries.Any(entry => entry.Tie == GlossaryTie.Name) || IsName(text[first.Start..first.End], first, isFirst: position == 0);
        return new ReadTerm(
            spellings.Select(stems => string.Join(' ', stems)).Min(StringComparer.Ordinal) ?? first.Stem,
            isName,
            length == 1 && LightWords.Contains(first.Exact),
            entries.Count > 0 && index.Chunks.Count >= LeastChunks && spellings.Max(stems => stems.Min(index.ChunkFrequency)) > UnderstoodShare * index.Chunks.Count);
    }

    private static bool IsName(string written, Term word, bool isFirst) =>
        word.IsNumber || (char.IsUpper(written[0]) && (!isFirst || (written.Length > 1 && !written.Any(char.IsLower))));

    private static List<ReadTerm> FirstFilled(params ReadOnlySpan<List<ReadTerm>> choices)
    {
        foreach (var choice in choices)
        {
            if (choice.Count > 0)
            {
                return choice;
            }
        }

        return [];
    }

    private static List<string> Sorted(IEnumerable<ReadTerm> terms) => [.. terms.Select(term => term.Key).Distinct().Order(StringComparer.Ordinal)];

    private readonly record struct ReadTerm(string Key, bool IsName, bool IsLight, bool IsUnderstood);
}
