namespace TelegramSandbox;

/// <content>What the bot is writing.</content>
public sealed partial class SandboxServer
{
    /// <summary>Tells of each preview that is shown or changed; the sandbox stands still meanwhile, as with <see cref="Shown"/>.</summary>
    public event Action<SandboxDraft>? DraftShown
    {
        add => Do(() => world.DraftShown += value);
        remove => Do(() => world.DraftShown -= value);
    }

    /// <summary>The previews that are shown in a chat now.</summary>
    public IReadOnlyList<SandboxDraft> Drafts(SandboxChat chat) => Read(() => world.Drafts(world.Room(chat.Id)));

    /// <summary>Waits until a preview in a chat fits; one that is shown already counts.</summary>
    /// <inheritdoc cref="WaitForMessageAsync"/>
    public Task<SandboxDraft> WaitForDraftAsync(
        SandboxChat chat, Func<SandboxDraft, bool> predicate, TimeSpan timeout, CancellationToken cancellationToken) =>
        WaitAsync(chat, () => Drafts(chat).FirstOrDefault(predicate), timeout, cancellationToken);

    /// <summary>Presses the button by which a person asks the bot not to write on.</summary>
    public void StopWriting(Person person, SandboxChat chat, long draftId) =>
        Do(() => tapping.StopWriting(world.Person(person.Id), world.Room(chat.Id), draftId));
}
