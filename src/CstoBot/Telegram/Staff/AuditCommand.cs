using System.Buffers;
using System.Globalization;
using System.Text;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Staff;

/// <summary><c>/audit</c>: who changed what, newest first, also of one person; <c>/audit export</c> sends all of it as JSON lines.</summary>
internal sealed class AuditCommand(IAuditLog audit) : IButtonCommand
{
    private const int PerPage = 15;
    private const string Export = "export";

    public IReadOnlyList<string> Names { get; } = [CommandText.Audit];

    public Role Needs => Role.Admin;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        return origin.IsGroup ? PrivateOnly.Lead(origin, CommandText.Audit)
            : command.Argument.Equals(Export, StringComparison.OrdinalIgnoreCase) ? await ExportAsync(origin, cancellationToken)
            : command.Argument.Length == 0 ? Effects.Send(origin.Reply([await PageAsync(origin, null, 0, cancellationToken)]))
            : NumberOrNull(command.Argument) is { } userId ? Effects.Send(origin.Reply([await PageAsync(origin, userId, 0, cancellationToken)]))
            : Effects.Send(origin.Reply(StaffTexts.For(origin.Language).HowToAudit));
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var origin = press.Origin;
        return !origin.IsGroup && argument.Split(' ') is [var page, var user] && NumberOrNull(page) is >= 0 and < 1_000_000 and var number && NumberOrNull(user) is { } of
            ? Effects.Reply(new Instant.ButtonReply(press.CallbackId), [origin.Edit(await PageAsync(origin, of == 0 ? null : of, (int)number, cancellationToken))])
            : Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
    }

    private async Task<RenderedMessage> PageAsync(Origin origin, long? userId, int page, CancellationToken cancellationToken)
    {
        var (texts, found) = (StaffTexts.For(origin.Language), await audit.PageAsync(userId, page * PerPage, PerPage, cancellationToken));
        var turning = PageRow.Neighbours(
            page,
            hasNext: (page + 1) * PerPage < found.Total,
            texts.Newer,
            texts.Older,
            other => new CommandButton(CommandText.Audit, string.Create(CultureInfo.InvariantCulture, $"{other} {userId ?? 0}")).ToString());
        var lines = found.Entries.Select(entry => string.Create(
            CultureInfo.InvariantCulture, $"{entry.At:yyyy-MM-dd HH:mm} {entry.UserId} {entry.Action} {entry.Target}{(entry.Detail is null ? "" : $" ({entry.Detail})")}{(entry.Times is { } times ? $" ×{times}" : "")}"));
        return RenderedMessage.From(
            [Block.Paragraph(found.Total == 0 ? texts.NothingAudited : string.Join('\n', lines))], turning.Count == 0 ? null : new Keyboard([turning]))[0];
    }

    private async Task<Effects> ExportAsync(Origin origin, CancellationToken cancellationToken)
    {
        var (texts, lines) = (StaffTexts.For(origin.Language), new ArrayBufferWriter<byte>());
        await foreach (var entry in audit.SinceAsync(DateTimeOffset.UnixEpoch, userId: null, cancellationToken))
        {
            Encoding.UTF8.GetBytes(AuditLines.Write(entry) + "\n", lines);
            if (lines.WrittenCount > Outgoing.File.MaxBytes)
            {
                return Effects.Send(origin.Reply(texts.AuditTooLong));
            }
        }

        return lines.WrittenCount == 0
            ? Effects.Send(origin.Reply(texts.NothingAudited))
            : Effects.Send([new Outgoing.File(origin.Place(), FileKind.Document, "audit.jsonl", lines.WrittenSpan.ToArray()) { After = origin.MessageId }]);
    }

    private static long? NumberOrNull(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
