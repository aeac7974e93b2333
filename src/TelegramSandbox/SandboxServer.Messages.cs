namespace TelegramSandbox;

/// <content>Looking at what was written.</content>
public sealed partial class SandboxServer
{
    /// <summary>What stands in a chat now, oldest first.</summary>
    public IReadOnlyList<SandboxMessage> Messages(SandboxChat chat) => Read(() => world.Room(chat.Id).Messages);

    /// <summary>Waits until a message in a chat fits; one that is there already counts.</summary>
    /// <param name="timeout">By the real clock, whatever clock the sandbox runs on.</param>
    /// <exception cref="TimeoutException">None came in time; the message lists what there is.</exception>
    public async Task<SandboxMessage> WaitForMessageAsync(
        SandboxChat chat, Func<SandboxMessage, bool> predicate, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        over.CancelAfter(timeout);
        while (true)
        {
            var next = world.Changes.After(world.Changes.LastSequence).Next;
            if (Messages(chat).FirstOrDefault(predicate) is { } found)
            {
                return found;
            }

            try
            {
                await next.WaitAsync(over.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException(NothingCame(chat, timeout));
            }
        }
    }

    private string NothingCame(SandboxChat chat, TimeSpan timeout)
    {
        var texts = Messages(chat).TakeLast(5).Select(message => $"{message.From.FirstName}: {message.Text}");
        return $"No such message in \"{chat.Title}\" within {timeout}. The last ones: {string.Join(" | ", texts)}";
    }
}
