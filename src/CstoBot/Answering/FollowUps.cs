using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Answering;

/// <summary>What a person can be offered after an answer.</summary>
/// <param name="HasMore">The documents hold more on the question than the answer shows.</param>
/// <param name="Questions">Whole questions that the documents answer with other sentences, best first; empty when there is no good one.</param>
internal sealed record FollowUps(bool HasMore, IReadOnlyList<string> Questions)
{
    public static readonly FollowUps None = new(HasMore: false, []);

    /// <summary>Without the questions that were asked already, in whatever words of form.</summary>
    public FollowUps Without(IReadOnlyList<string> asked) => this with { Questions = [.. Questions.Where(question => !Wording.IsAsked(question, asked))] };
}

/// <summary>Finds what may come after an answer.</summary>
internal interface IFollowUps
{
    /// <summary>What to offer below an outcome.</summary>
    Task<FollowUps> OfAsync(StandaloneQuestion question, AnswerOutcome outcome, CancellationToken cancellationToken);

    /// <summary>Up to three more quotes that bear on a question; null when there is nothing worth reading that was not shown.</summary>
    /// <param name="shown">What the answer cites.</param>
    Task<Answer?> MoreOrNullAsync(StandaloneQuestion question, Language language, IReadOnlyList<Citation> shown, CancellationToken cancellationToken);
}
