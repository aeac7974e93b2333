using CstoBot.Answering;

namespace CstoBot.Moderation.Export;

/// <summary>What moderators have decided, for those who may look and not touch.</summary>
internal interface IDecidedCases
{
    /// <summary>The oldest decision first.</summary>
    /// <exception cref="StartupException">There is no database that could be read.</exception>
    Task<IReadOnlyList<DecidedQuestion>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A question with what a moderator says about it.</summary>
/// <param name="Id">Unique among all: <c>case-12</c>, <c>gap-3</c>.</param>
/// <param name="Kind">What was decided, in a word.</param>
/// <param name="History">What was asked before it, oldest first.</param>
/// <param name="Answer">The right answer; null when it is right not to answer.</param>
internal sealed record DecidedQuestion(string Id, string Kind, string Question, IReadOnlyList<string> History, Answer? Answer);
