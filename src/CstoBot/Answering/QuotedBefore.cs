using CstoBot.Verification;

namespace CstoBot.Answering;

/// <summary>What a reader has been shown, so that it is not shown again.</summary>
internal sealed class QuotedBefore(IEnumerable<Citation> citations)
{
    private readonly List<IReadOnlySet<string>> quotes = [.. citations.Select(citation => Wording.Of(citation.Quote))];

    public bool Holds(IReadOnlySet<string> words) => quotes.Exists(quote => Wording.SaysTheSame(words, quote));

    public bool Holds(Citation citation) => Holds(Wording.Of(citation.Quote));

    public void Add(IReadOnlySet<string> words) => quotes.Add(words);

    public void Add(Citation citation) => Add(Wording.Of(citation.Quote));
}
