namespace TelegramSandbox.Delivery;

/// <summary>Where updates are pushed to. Touched only inside the world's gate.</summary>
internal sealed class Webhook
{
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Null while the bot fetches its updates itself.</summary>
    public WebhookTarget? Target { get; private set; }

    public bool IsActive => Target is not null;

    public WebhookFailure? LastFailure { get; private set; }

    /// <summary>Completes when the target is changed.</summary>
    public Task Changed => changed.Task;

    public void Set(WebhookTarget? target)
    {
        Target = target;
        LastFailure = null;
        changed.SetResult();
        changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    public void Failed(WebhookFailure failure) => LastFailure = failure;
}

/// <param name="Secret">Sent along as a header; empty = none.</param>
internal sealed record WebhookTarget(Uri Url, string Secret, int MaxConnections);

internal sealed record WebhookFailure(DateTimeOffset Time, string Message);
