using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using TelegramSandbox;

namespace CstoBot.Benchmarks;

/// <summary>
/// What the local Telegram itself costs, so that the load run measures the bot: messages of a usual answer's size are sent, and
/// updates fetched, by a client in a process of its own; counted are the processor seconds of this one.
/// </summary>
internal static class TelegramBenchmark
{
    private const int Messages = 40_000;
    private const int People = 1_000;
    private const int AtOnce = 16;

    public static async Task RunAsync()
    {
        await using var telegram = await SandboxServer.StartAsync(
            new SandboxOptions { Port = 0, RateLimits = false, CallsKept = 0, MessagesKept = 20 }, CancellationToken.None);
        var people = Enumerable.Range(0, People).Select(number => telegram.AddPerson($"Person {number}")).ToList();
        foreach (var person in people)
        {
            telegram.Send(person, telegram.PrivateChat(person), "/start");
        }

        await MeasureAsync("messages sent (cold)", telegram, "send", $"{people[0].Id}");
        await MeasureAsync("messages sent", telegram, "send", $"{people[0].Id}");
        var asking = Stopwatch.StartNew();
        var before = Processor();
        for (var number = 0; number < Messages; number++)
        {
            var person = people[number % People];
            telegram.Send(person, telegram.PrivateChat(person), "When was the Council of Foreign Ministers held in Cholpon-Ata?");
        }

        Print("questions written", asking.Elapsed, Processor() - before);
        await MeasureAsync("updates fetched", telegram, "fetch", "");
    }

    /// <summary>The client: what <see cref="RunAsync"/> starts as a process.</summary>
    public static async Task ClientAsync(string address, string what, string firstChat)
    {
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        await (what == "send" ? SendAsync(http, long.Parse(firstChat, CultureInfo.InvariantCulture)) : FetchAsync(http));
    }

    private static async Task MeasureAsync(string label, SandboxServer telegram, string what, string firstChat)
    {
        var program = Environment.ProcessPath ?? throw new InvalidOperationException("this program has no path");
        var before = Processor();
        var time = Stopwatch.StartNew();
        using var client = Process.Start(program, ["telegram-client", $"{telegram.Address}bot{telegram.BotToken}/", what, firstChat]);
        await client.WaitForExitAsync();
        Print(label, time.Elapsed, Processor() - before);
    }

    private static void Print(string label, TimeSpan elapsed, TimeSpan processor) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"local Telegram: {Messages} {label,-20} {Messages / elapsed.TotalSeconds,8:0}/s, {processor.TotalMicroseconds / Messages,6:0.0} processor microseconds each; {Environment.WorkingSet / 1048576.0:0} MB"));

    private static TimeSpan Processor() => Environment.CpuUsage.TotalTime;

    private static Task SendAsync(HttpClient http, long firstChat) => Parallel.ForAsync(
        0,
        Messages,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (number, cancellationToken) =>
        {
            using var content = new StringContent(Answer(firstChat + (number % People)), Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(new Uri("sendMessage", UriKind.Relative), content, cancellationToken);
            response.EnsureSuccessStatusCode();
        });

    private static async Task FetchAsync(HttpClient http)
    {
        for (var (offset, fetched) = (0, 0); fetched < Messages;)
        {
            using var response = await http.PostAsJsonAsync(new Uri("getUpdates", UriKind.Relative), new { offset, limit = 100, timeout = 1 });
            var updates = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("result");
            fetched += updates.GetArrayLength();
            offset = updates[updates.GetArrayLength() - 1].GetProperty("update_id").GetInt32() + 1;
        }
    }

    private static string Answer(long chat) => JsonSerializer.Serialize(new
    {
        chat_id = chat,
        text = """
            A quotation of the Secretary General at the meeting of the Council in Almaty, which is about as long as the usual ones are: "we would
            define the peacekeeping potential that the organization has as the point of growth" [1]

            The session was attended by the heads of the member states, and the members of the delegations took part in it &amp; said so. [2]

            <b>Sources</b>
            1. <a href="https://example.org/news/1">The meeting of the Council of Foreign Ministers</a>, TASS, 24 June 2024
            <blockquote expandable>we would define the peacekeeping potential that the organization has as the point of growth</blockquote>
            2. <a href="https://example.org/news/2">On the session of the Collective Security Council</a>, 28 November 2024
            """,
        parse_mode = "HTML",
        link_preview_options = new { is_disabled = true },
        reply_markup = new
        {
            inline_keyboard = new object[]
            {
                new[] { new { text = "1 · TASS, 24 June 2024", callback_data = "c:123456:1" }, new { text = "2 · Session", callback_data = "c:123456:2" } },
                new[] { new { text = "👍", callback_data = "r:123456:u" }, new { text = "👎", callback_data = "r:123456:d" } },
            },
        },
    });
}
