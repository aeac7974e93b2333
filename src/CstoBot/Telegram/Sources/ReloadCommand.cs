using CstoBot.Ingestion.Reloading;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary>An admin has the documents and the prompts read anew. Its buttons also cancel other changes of the corpus.</summary>
internal sealed partial class ReloadCommand(SourceRuns runs, IPromptReload prompts, CurrentIndex index, TimeProvider time, ILogger<ReloadCommand> logger) : IButtonCommand
{
    private const string Target = "sources";

    public IReadOnlyList<string> Names { get; } = [CommandText.Reload];

    public Role Needs => Role.Admin;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        LogReloading();
        return runs.Begin(command.Origin, new CorpusChange.Reload(), Target, [.. await ReloadPromptsAsync(BotTexts.For(command.Origin.Language))]);
    }

    public Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var texts = RunTexts.For(press.Origin.Language);
        return Task.FromResult(argument.Split(' ') switch
        {
            ["cancel", var notice] when ButtonNumber.OrNull(notice) is { } id => Cancel(press, id, texts),
            ["most", var edition] => edition == ListEdition.Of(index.Value.Corpus)
                ? runs.Begin(press, new CorpusChange.Reload(MayRemoveMost: true), Target)
                : ButtonReplies.Alert(press, texts.ListChanged),
            ["leave"] => Effects.Reply(new Instant.ButtonReply(press.CallbackId), [press.Origin.Edit(texts.LeftAsIs)]),
            _ => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
        });
    }

    private Effects Cancel(Incoming.ButtonPress press, long noticeId, RunTexts texts)
    {
        if (runs.RunOrNull(noticeId) is not { } run)
        {
            return ButtonReplies.Alert(press, texts.HasEnded);
        }

        run.Cancel();
        return Effects.Reply(
            new Instant.ButtonReply(press.CallbackId, texts.Cancelling),
            [],
            new Change.Audited(new AuditEntry(time.GetUtcNow(), press.Origin.Conversation.User, AuditActions.SourcesCancelled, RunAudits.ActionOf(run.Change))));
    }

    /// <summary>Nothing where nothing changed.</summary>
    private async Task<IReadOnlyList<Block>> ReloadPromptsAsync(BotTexts texts)
    {
        var report = await prompts.ReloadAsync();
        return report.Fault is not null ? [Block.Paragraph($"{texts.PromptsFailed}\n{report.Fault}")]
            : report.Changed.Count > 0 ? [Block.Paragraph($"{texts.PromptsReloaded}: {string.Join(", ", report.Changed)}.")]
            : [];
    }

    [LoggerMessage(8042, LogLevel.Information, "An admin reloads the sources")]
    private partial void LogReloading();
}
