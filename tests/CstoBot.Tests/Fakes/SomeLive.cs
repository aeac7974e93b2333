using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Sending;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Telegram.Bot;

namespace CstoBot.Tests.Fakes;

/// <summary>What shows answers while they are written, over a scripted Telegram.</summary>
internal static class SomeLive
{
    public static LiveAnswers Answers(ScriptedTelegram telegram, SqliteDatabase database, TimeProvider time) => new(
        new TelegramCalls(Client(telegram), time),
        new SqliteLiveMessages(database),
        new LiveWriter(new SendSchedule(new SendRates(30, 1, 20)), new MarkupDefects(), time, NullLogger<LiveWriter>.Instance),
        SomeRoles.Of(),
        new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance));

    public static TypingIndicator Typing(ScriptedTelegram telegram, TimeProvider time) => new(Client(telegram), time, NullLogger<TypingIndicator>.Instance);

    private static TelegramBotClient Client(ScriptedTelegram telegram) =>
        new(new TelegramBotClientOptions("1:secret") { RetryThreshold = 0, RetryCount = 0 }, new HttpClient(telegram));
}
