using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CstoBot.Tests.Ingestion.Web;

/// <summary>A server that sends what no honest one would, byte for byte. It has no robots.txt.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stopping = new();
    private readonly Func<NetworkStream, CancellationToken, Task> answer;
    private readonly Task running;

    private RawServer(Func<NetworkStream, CancellationToken, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        running = RunAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>How many pages were asked for.</summary>
    public int Requests { get; private set; }

    /// <summary>Every page is answered with these bytes, and the connection closed.</summary>
    public static RawServer Sends(string text) => new((stream, token) => stream.WriteAsync(Encoding.Latin1.GetBytes(text), token).AsTask());

    public static RawServer Answers(Func<NetworkStream, CancellationToken, Task> answer) => new(answer);

    /// <summary>Breaks the connection as a machine does that is switched off.</summary>
    public static RawServer Resets(string before) => new(async (stream, token) =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(before), token);
        stream.Socket.LingerState = new LingerOption(true, 0);
        stream.Socket.Close();
    });

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Stop();
        await running;
        listener.Dispose();
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        var served = new List<Task>();
        try
        {
            while (true)
            {
                served.Add(ServeAsync(await listener.AcceptSocketAsync(stopping.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(served);
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            if ((await RequestLineAsync(stream)).Contains("/robots.txt", StringComparison.Ordinal))
            {
                await stream.WriteAsync("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), stopping.Token);
                return;
            }

            Requests++;
            await answer(stream, stopping.Token);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // Whoever asked has gone.
        }
    }

    private async Task<string> RequestLineAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var piece = new byte[4096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece, stopping.Token);
            if (read == 0)
            {
                break;
            }

            request.Append(Encoding.Latin1.GetString(piece, 0, read));
        }

        return request.ToString().Split('\r')[0];
    }
}
