using System.Threading.Channels;

namespace CstoBot.Ingestion.Formats.Workers;

/// <summary>Reads files in a process of its own, for a bot that a hostile file must not take down: a request in, a reply out, until the bot ends.</summary>
internal static class ExtractionServer
{
    /// <summary>Ends when <paramref name="input"/> does; the process is then to end too, whatever it is reading.</summary>
    public static async Task RunAsync(Stream input, Stream output, CancellationToken cancellationToken)
    {
        var requests = Channel.CreateBounded<byte[]>(1);
        _ = Task.Factory.StartNew(() => ReadAllAsync(requests.Reader, output, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        while (await ExtractionFrames.ReceiveOrNullAsync(input, cancellationToken) is { } frame)
        {
            await requests.Writer.WriteAsync(frame, cancellationToken);
        }
    }

    public static ExtractionReply Reply(ExtractionRequest request)
    {
        try
        {
            return new ExtractionReply(FormatReaders.Read(request.Format, request.Content, request.Limits), null);
        }
        catch (UnreadableDocumentException exception)
        {
            return new ExtractionReply(null, exception.Message);
        }
        catch (Exception exception) when (exception is OutOfMemoryException or InsufficientExecutionStackException)
        {
            return new ExtractionReply(null, exception is OutOfMemoryException ? UnreadableReasons.Memory : UnreadableReasons.Broken(request.Format));
        }
        catch (Exception)
        {
            // Whatever a parser makes of a broken file.
            return new ExtractionReply(null, UnreadableReasons.Broken(request.Format));
        }
    }

    private static async Task ReadAllAsync(ChannelReader<byte[]> requests, Stream output, CancellationToken cancellationToken)
    {
        await foreach (var frame in requests.ReadAllAsync(cancellationToken))
        {
            await ExtractionFrames.SendAsync(output, ExtractionFrames.Write(Reply(ExtractionFrames.ReadRequest(frame))), cancellationToken);
        }
    }
}
