namespace CstoBot.Retrieval.Queries;

/// <summary>One thing a question speaks of, under every name it may have in the documents.</summary>
/// <param name="Text">The question's own words for it.</param>
/// <param name="Forms">Its spellings, the question's own first.</param>
/// <param name="IsName">A proper name or a number: an answer that is silent of it answers another question.</param>
/// <param name="Weight">How much it tells: the inverse document frequency of its most common spelling; from 0 up.</param>
/// <param name="IsKnown">Whether any spelling stands anywhere in the corpus.</param>
/// <param name="SourceMention">
/// The question names a source with it ("in the TASS report"), not a subject; concepts of one mention share a number
/// from 1, a year that dates one has <see cref="SourceMentions.Year"/>. Null for subjects.
/// </param>
internal sealed record QueryConcept(
    string Text, IReadOnlyList<ConceptForm> Forms, bool IsName, double Weight, bool IsKnown, int? SourceMention = null)
{
    /// <summary>What excludes it ("member" for "leave"), by the glossary; empty when nothing is known to.</summary>
    public IReadOnlyList<ConceptForm> Opposites { get; init; } = [];
}

/// <summary>One spelling of a concept.</summary>
/// <param name="Stems">In order; one or more.</param>
/// <param name="Strength">0 to 1: 1 for the question's own words, less for synonyms and related words.</param>
/// <param name="IsMember">It is one of the sort that the question names: Minsk, where a city is asked for.</param>
internal sealed record ConceptForm(IReadOnlyList<string> Stems, double Strength, bool IsMember = false);
