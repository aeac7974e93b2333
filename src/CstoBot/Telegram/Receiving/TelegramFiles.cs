using Telegram.Bot;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Files from the Bot API. The token is in the address of each, so that no error of a download goes any further than here.</summary>
internal sealed partial class TelegramFiles(ITelegramBotClient client, ILogger<TelegramFiles> logger) : IFileDownload
{
    public async Task<DownloadedFile> DownloadAsync(string fileId, int maxBytes, CancellationToken cancellationToken)
    {
        using var content = new LimitedBuffer(maxBytes);
        try
        {
            var file = await client.GetFile(fileId, cancellationToken);
            if (file.FileSize > maxBytes)
            {
                return new DownloadedFile.TooLarge();
            }

            await client.DownloadFile(file, content, cancellationToken);
            return new DownloadedFile.Content(content.ToArray());
        }
        catch (Exception) when (content.IsFull)
        {
            return new DownloadedFile.TooLarge();
        }
        catch (ApiRequestException exception) when (exception.Message.Contains("too big", StringComparison.OrdinalIgnoreCase))
        {
            return new DownloadedFile.TooLarge();
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotDownloaded((exception.InnerException ?? exception).GetType().Name);
            return new DownloadedFile.Unavailable();
        }
    }

    [LoggerMessage(8011, LogLevel.Warning, "A file could not be downloaded from Telegram ({Kind})")]
    private partial void LogNotDownloaded(string kind);

    /// <summary>Whatever a server says of a file's size, it ends here.</summary>
    private sealed class LimitedBuffer(int limit) : MemoryStream
    {
        public bool IsFull { get; private set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            Check(count);
            base.Write(buffer, offset, count);
        }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Check(buffer.Length);
            base.Write(buffer);
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Check(buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken)
        {
            Check(count);
            return base.WriteAsync(buffer, offset, count, cancellationToken);
        }

        private void Check(int count)
        {
            IsFull = Length + count > limit;
            if (IsFull)
            {
                throw new IOException("The file is larger than allowed.");
            }
        }
    }
}
