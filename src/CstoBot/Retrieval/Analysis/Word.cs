using System.Text;

namespace CstoBot.Retrieval.Analysis;

/// <summary>A distinct word, made once for all the places it stands at.</summary>
internal sealed class Word(string exact, string stem)
{
    /// <inheritdoc cref="Term.Exact"/>
    public string Exact { get; } = exact;

    /// <inheritdoc cref="Term.Stem"/>
    public string Stem { get; } = stem;

    public uint Id { get; } = WordId.Of(exact, stem);

    /// <summary>A word of form, which the documents' vocabulary need not hold.</summary>
    public bool IsOfForm { get; } = StopWords.Contains(exact);

    public byte[] ExactBytes => field ??= Encoding.UTF8.GetBytes(Exact);

    public byte[] StemBytes => field ??= Encoding.UTF8.GetBytes(Stem);
}
