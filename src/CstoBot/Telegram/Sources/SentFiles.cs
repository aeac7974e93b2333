using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary>Takes the files of admins; to anybody else a file is a message without words.</summary>
internal sealed class SentFiles(UploadCommand uploads, Roles roles)
{
    /// <summary>Null when it is to be dealt with as any other message.</summary>
    public async Task<Effects?> TakeOrNullAsync(Incoming.Document document, CancellationToken cancellationToken) =>
        await roles.OfAsync(document.Origin, cancellationToken) >= uploads.Needs ? await uploads.ReceiveAsync(document, cancellationToken) : null;
}
