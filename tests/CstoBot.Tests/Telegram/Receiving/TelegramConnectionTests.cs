using CstoBot.Telegram;
using CstoBot.Telegram.Receiving;
using CstoBot.Tests.Fakes;
using Telegram.Bot;
using Xunit;

namespace CstoBot.Tests.Telegram.Receiving;

public sealed class TelegramConnectionTests
{
    private const string Me = """{"ok":true,"result":{"id":9,"is_bot":true,"first_name":"b","username":"CstoBot"}}""";

    private readonly AdvancingTime time = new();
    private readonly CollectingLogs logs = new();

    [Fact]
    public async Task Waits_longer_and_longer_for_a_Telegram_that_cannot_be_reached()
    {
        var telegram = new ScriptedTelegram(time).IsUnreachable().IsUnreachable().IsUnreachable().Replies(System.Net.HttpStatusCode.OK, Me);
        var connection = Connection(telegram);

        await connection.CheckAsync(CancellationToken.None);

        Assert.Equal(new BotIdentity(9, "CstoBot"), connection.Bot);
        Assert.Equal(3, logs.Lines.Count(line => line.StartsWith("Warning", StringComparison.Ordinal)));
        Assert.True(time.GetUtcNow() - Some.Time >= TimeSpan.FromSeconds(1.75));
    }

    [Theory]
    [InlineData(401, "Unauthorized")]
    [InlineData(404, "Not Found")]
    public async Task Says_that_the_token_is_wrong(int code, string description)
    {
        var connection = Connection(new ScriptedTelegram(time).Refuses(code, description));

        await Assert.ThrowsAsync<StartupException>(() => connection.CheckAsync(CancellationToken.None));
    }

    private TelegramConnection Connection(ScriptedTelegram telegram) => new(
        new TelegramBotClient(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, new HttpClient(telegram)),
        time,
        new LoggerOf<TelegramConnection>(logs));
}
