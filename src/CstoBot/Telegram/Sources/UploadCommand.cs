using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Sources;

/// <summary>A file that an admin sends in their private chat: what the bot would make of it is shown, and it is added when that is confirmed.</summary>
internal sealed class UploadCommand(
    IDocumentExtraction formats, IFileDownload files, IUploads uploads, SourceRuns runs, IOptions<SourcesOptions> sources, TimeProvider time) : IButtonCommand
{
    /// <summary>What a bot can get from Telegram (core.telegram.org/bots/api#getfile).</summary>
    private const int TelegramsMegabytes = 20;
    private const int Megabyte = 1 << 20;

    // The chat waits meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public IReadOnlyList<string> Names { get; } = [CommandText.Upload];

    public Role Needs => Role.Admin;

    private int MaxMegabytes => Math.Min(TelegramsMegabytes, sources.Value.MaxFileMegabytes);

    public Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) =>
        Task.FromResult(command.Origin.IsGroup
            ? PrivateOnly.Lead(command.Origin, CommandText.Upload)
            : Effects.Send(command.Origin.Reply(SourceTexts.For(command.Origin.Language).HowToUpload)));

    /// <summary>Whoever sends it has been found to be an admin.</summary>
    public async Task<Effects> ReceiveAsync(Incoming.Document sent, CancellationToken cancellationToken)
    {
        var (origin, texts) = (sent.Origin, SourceTexts.For(sent.Origin.Language));
        if (!formats.IsDocument(sent.File.Name))
        {
            return Effects.Send(origin.Reply(texts.WrongType));
        }

        if (sent.File.Bytes > (long)MaxMegabytes * Megabyte)
        {
            return Effects.Send(origin.Reply(texts.TooLarge(MaxMegabytes)));
        }

        using var limit = new CancellationTokenSource(Patience, time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await StageAsync(sent, texts, limited.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Effects.Send(origin.Reply(texts.TookTooLong));
        }
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var reply = new Instant.ButtonReply(press.CallbackId);
        if (press.Origin.IsGroup || argument.Split(' ') is not [var what, var number, .. var shown] || ButtonNumber.OrNull(number) is not { } id)
        {
            return Effects.Reply(reply, []);
        }

        switch (what)
        {
            case "add":
                return await NewWarningsOrNullAsync(id, shown, cancellationToken) is { } preview
                    ? Effects.Reply(reply with { Text = SourceTexts.For(press.Origin.Language).LookAgain }, [press.Origin.Edit(UploadRenderer.Preview(preview, press.Origin.Language))])
                    : runs.Begin(press, new CorpusChange.Add(id), id.ToString(CultureInfo.InvariantCulture));
            case "discard":
                await uploads.DiscardAsync(id, cancellationToken);
                return Effects.Reply(reply, [press.Origin.Edit(SourceTexts.For(press.Origin.Language).Discarded)]);
            default:
                return Effects.Reply(reply, []);
        }
    }

    /// <summary>The preview when there is more to warn of than was shown: the sources may have changed since. Null when there is not.</summary>
    private async Task<UploadPreview?> NewWarningsOrNullAsync(long id, string[] shown, CancellationToken cancellationToken)
    {
        try
        {
            return await uploads.LookAgainOrNullAsync(id, cancellationToken) is { } preview && UploadRenderer.Warnings(preview).Except(shown).Any() ? preview : null;
        }
        catch (UnreadableDocumentException)
        {
            // Adding it will say so.
            return null;
        }
    }

    private async Task<Effects> StageAsync(Incoming.Document sent, SourceTexts texts, CancellationToken cancellationToken)
    {
        var origin = sent.Origin;
        switch (await files.DownloadAsync(sent.File.Id, MaxMegabytes * Megabyte, cancellationToken))
        {
            case DownloadedFile.TooLarge:
                return Effects.Send(origin.Reply(texts.TooLarge(MaxMegabytes)));
            case DownloadedFile.Content(var bytes):
                try
                {
                    var upload = await uploads.StageAsync(sent.File.Name, bytes, origin.Conversation.User, cancellationToken);
                    return Effects.Send([origin.Message(UploadRenderer.Preview(upload, origin.Language), replyTo: origin.MessageId)]);
                }
                catch (UnreadableDocumentException exception)
                {
                    return Effects.Send(origin.Reply($"{texts.Unreadable}\n\n{UploadRenderer.ShortName(sent.File.Name)} {exception.Message}"));
                }

            default:
                return Effects.Send(origin.Reply(texts.NotDownloaded));
        }
    }
}
