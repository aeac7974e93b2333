using System.Runtime.CompilerServices;
using CstoBot.LanguageModels.Usage;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Clients;

/// <summary>Makes no call that could exceed the budget, and books what each took: as the endpoint counts it, else by length.</summary>
internal sealed class BudgetedClient(IChatClient inner, TokenBudget budget) : StreamingClient(inner)
{
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var sent = messages.ToList();
        var input = TokenEstimate.Of(sent);
        var most = input + (options?.MaxOutputTokens ?? 0);
        await budget.SetAsideAsync(most, cancellationToken);
        var (heard, output) = (false, 0L);
        UsageDetails? usage = null;
        try
        {
            await foreach (var update in InnerAsync(sent, options, cancellationToken))
            {
                heard = true;
                output += TokenEstimate.Of(update.Text);
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                yield return update;
            }
        }
        finally
        {
            // What was given up before anything was heard may be counted by the endpoint all the same; what failed is not.
            budget.Book(most, heard || cancellationToken.IsCancellationRequested
                ? new TokenCount(usage?.InputTokenCount ?? input, usage?.OutputTokenCount ?? output)
                : default);
        }
    }
}
