using CstoBot.Ingestion;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>An admin has the documents and the prompts read anew, and is told what changed.</summary>
internal sealed partial class ReloadCommand(ISourceReload sources, IPromptReload prompts, Roles roles, TimeProvider time, ILogger<ReloadCommand> logger) : ICommand
{
    private const string Failed = "failed";

    public IReadOnlyList<string> Names { get; } = [CommandText.Reload];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (userId, texts) = (command.Origin.Conversation.User, BotTexts.For(command.Origin.Language));
        if (await roles.OfAsync(command.Origin, cancellationToken) < Role.Admin)
        {
            LogRefused(userId);
            return Refusals.OfCommand(command, texts.OnlyAdminsReload, time);
        }

        LogReloading(userId);
        var (summary, result) = await ReloadAsync(texts, cancellationToken);
        return Effects.Send(
            command.Origin.Reply(RenderedMessage.From([.. summary, .. await ReloadPromptsAsync(texts)])),
            new Change.Audited(new AuditEntry(time.GetUtcNow(), userId, AuditActions.SourcesReloaded, "sources", result)));
    }

    /// <summary>For the admin, and for the audit log.</summary>
    private async Task<(IReadOnlyList<Block> Summary, string Result)> ReloadAsync(BotTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            var report = await sources.ReloadAsync(cancellationToken);
            return (Summary(report, texts), $"added {report.Added.Count}, changed {report.Changed.Count}, removed {report.Removed.Count}, unreadable {report.Failed.Count}");
        }
        catch (SourcesUnavailableException exception)
        {
            LogReloadFailed(exception);
            return ([Block.Paragraph(texts.ReloadFailed), Block.Paragraph(exception.Message)], Failed);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The admin is the one who can mend it, and waits: trying the update again would only repeat the failure.
            LogReloadFailed(exception);
            return ([Block.Paragraph(texts.ReloadFailed)], Failed);
        }
    }

    /// <summary>Nothing where nothing changed.</summary>
    private async Task<IReadOnlyList<Block>> ReloadPromptsAsync(BotTexts texts)
    {
        var report = await prompts.ReloadAsync();
        return report.Fault is not null ? [Block.Paragraph($"{texts.PromptsFailed}\n{report.Fault}")]
            : report.Changed.Count > 0 ? [Block.Paragraph($"{texts.PromptsReloaded}: {string.Join(", ", report.Changed)}.")]
            : [];
    }

    private static List<Block> Summary(ReloadReport report, BotTexts texts)
    {
        var failed = report.Failed.Select(document => $"{document.Name}: {document.Reason}").ToList();
        var groups = new[] { (texts.Added, report.Added), (texts.Changed, report.Changed), (texts.Removed, report.Removed), (texts.Failed, failed) };
        return
        [
            Block.Paragraph($"{texts.Reloaded} {texts.Unchanged}: {report.Unchanged}."),
            .. groups.Where(group => group.Item2.Count > 0).Select(group => Block.Paragraph($"{group.Item1}:\n{string.Join('\n', group.Item2)}")),
        ];
    }

    [LoggerMessage(LogLevel.Information, "User {UserId} reloads the sources")]
    private partial void LogReloading(long userId);

    [LoggerMessage(LogLevel.Warning, "User {UserId} is no admin and may not reload the sources")]
    private partial void LogRefused(long userId);

    [LoggerMessage(LogLevel.Error, "The sources could not be reloaded")]
    private partial void LogReloadFailed(Exception exception);
}
