namespace TelegramSandbox;

/// <content>Looking at what was written.</content>
public sealed partial class SandboxServer
{
    /// <summary>What stands in a chat now, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Messages(SandboxChat chat) => Read(() => world.Room(chat.Id).Messages);

    /// <summary>
    /// Tells of each new or changed message, whoever wrote it, in order and at the moment it is stored; the sandbox stands
    /// still meanwhile, so be quick and do not act in it.
    /// </summary>
    public event Action<SandboxMessage>? Shown
    {
        add => Do(() => world.Shown += value);
        remove => Do(() => world.Shown -= value);
    }

    /// <summary>Waits until a message in a chat fits; one that is there already counts.</summary>
    /// <param name="timeout">By the real clock, whatever clock the sandbox runs on.</param>
    /// <exception cref="TimeoutException">None came in time; the message lists what there is.</exception>
    public Task<SandboxMessage> WaitForMessageAsync(
        SandboxChat chat, Func<SandboxMessage, bool> predicate, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(chat, () => Messages(chat).FirstOrDefault(predicate), timeout, cancellationToken);

    private async Task<T> WaitAsync<T>(SandboxChat chat, Func<T?> findOrNull, TimeSpan timeout, CancellationToken cancellationToken)
        where T : class
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(timeout);
        var sequence = world.Changes.LastSequence;
        while (true)
        {
            if (findOrNull() is { } found)
            {
                return found;
            }

            try
            {
                sequence = await ChangedAsync(chat, sequence, over.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(NothingCame(chat, timeout));
            }
        }
    }

    /// <returns>Up to where the changes were looked at; one of them may concern the chat.</returns>
    private async Task<long> ChangedAsync(SandboxChat chat, long sequence, CancellationToken cancellationToken)
    {
        while (true)
        {
            var (changes, next) = world.Changes.After(sequence);
            if (changes is null)
            {
                return world.Changes.LastSequence;
            }

            sequence += changes.Count;
            if (changes.Any(change => change.ChatId == chat.Id))
            {
                return sequence;
            }

            await next.WaitAsync(cancellationToken);
        }
    }

    private string NothingCame(SandboxChat chat, TimeSpan timeout)
    {
        var texts = Messages(chat).TakeLast(5).Select(message => $"{message.From.FirstName}: {message.Text}");
        return $"No such message in \"{chat.Title}\" within {timeout}. The last ones: {string.Join(" | ", texts)}";
    }
}
