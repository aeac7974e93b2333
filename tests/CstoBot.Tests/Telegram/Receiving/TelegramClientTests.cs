using System.IO.Pipelines;
using System.Net;
using CstoBot.Telegram;
using CstoBot.Telegram.Receiving;
using Telegram.Bot;
using Xunit;

namespace CstoBot.Tests.Telegram.Receiving;

public sealed class TelegramClientTests
{
    [Fact]
    public async Task A_call_that_is_broken_off_while_the_response_comes_is_cancelled_and_no_failure()
    {
        using var http = new HttpClient(new HalfAResponse());
        ITelegramBotClient client = new TelegramClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, http, new TelegramContact(TimeProvider.System));
        using var stopping = new CancellationTokenSource();

        var call = client.GetMe(stopping.Token);
        await stopping.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    /// <summary>Begins to respond and then falls silent.</summary>
    private sealed class HalfAResponse : HttpMessageHandler
    {
        private readonly Pipe pipe = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await pipe.Writer.WriteAsync("""{"ok":true,"""u8.ToArray(), cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(pipe.Reader.AsStream()) };
        }
    }
}
