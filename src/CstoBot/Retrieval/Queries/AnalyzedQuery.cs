using CstoBot.Retrieval.Analysis;

namespace CstoBot.Retrieval.Queries;

/// <summary>What a question is about.</summary>
/// <param name="Terms">All its words, those of form included.</param>
/// <param name="Concepts">What it asks of, in order; empty when it holds words of form alone.</param>
internal sealed record AnalyzedQuery(string Text, IReadOnlyList<Term> Terms, IReadOnlyList<QueryConcept> Concepts);
