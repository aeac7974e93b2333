using System.Globalization;
using System.Text.Json;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class StaffTests
{
    [Fact]
    public async Task Who_is_granted_a_role_by_a_reply_has_it_with_its_menu_until_it_is_revoked()
    {
        await using var bot = await BotFixture.StartAsync();
        var (admin, anna, group) = (bot.Sandbox.Admin, bot.Sandbox.User, bot.Sandbox.Group);
        var before = await bot.AskAsync("/queue");
        var written = bot.Sandbox.Send(anna, group, "Good morning.");

        var granted = await bot.AskAsync(admin, group, Addressed(bot, "grant moderator"), replyTo: written);
        await WaitForMenuAsync(bot, "setMyCommands", anna);
        var meanwhile = await bot.AskAsync("/queue");
        var help = await bot.AskAsync("/help");
        var revoked = await bot.AskAsync(admin, group, Addressed(bot, "revoke"), replyTo: written);
        await WaitForMenuAsync(bot, "deleteMyCommands", anna);
        var after = await bot.AskAsync("/queue");

        Assert.Equal("Only moderators may do this.", before.Text);
        Assert.Equal($"The role of {anna.Id} is now: moderator.", granted.Text);
        Assert.Equal("No case is waiting.", meanwhile.Text);
        Assert.Contains("/curated", help.Text, StringComparison.Ordinal);
        Assert.Equal($"{anna.Id} has no role any more.", revoked.Text);
        Assert.Equal(before.Text, after.Text);
        Assert.Equal(
            [
                (anna.Id, AuditActions.Refused, "/queue", 2),
                (admin.Id, AuditActions.RoleGranted, $"{anna.Id}", 1),
                (admin.Id, AuditActions.RoleRevoked, $"{anna.Id}", 1),
            ],
            (await AuditAsync(bot)).Select(entry => (entry.UserId, entry.Action, entry.Target, entry.Times ?? 1)));
    }

    [Fact]
    public async Task A_granted_role_outlives_a_restart()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), $"/grant {bot.Sandbox.User.Id} admin");

        await bot.StopBotAsync();
        await bot.StartBotAsync();

        Assert.Contains($"{bot.Sandbox.User.Id}: admin (by {bot.Sandbox.Admin.Id}, ", (await bot.AskAsync("/roles")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_lost_the_role_between_the_card_and_the_press_decides_nothing()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings.Remove("Roles:Moderators");
        await bot.StartBotAsync();
        var (admin, maria, office) = (bot.Sandbox.Admin, bot.Sandbox.Moderator, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));
        await bot.AskAsync(admin, office, $"/grant moderator {maria.Id}");
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);
        await bot.AskAsync(admin, office, $"/revoke {maria.Id}");

        var told = await bot.TapAsync(maria, card, "✅ Approve");
        bot.Sandbox.Send(maria, bot.Sandbox.ModeratorsChat, "My own answer.", replyTo: card.Id);
        var audit = await RefusedAsync(bot, maria, count: 2);

        Assert.Equal(("Это могут только модераторы.", true), (told.Text, told.ShowAlert));
        Assert.Equal(["/case 1 approve", "reply to a card"], audit.Select(entry => entry.Target));
        Assert.Equal([CaseEventKind.Opened], await bot.HistoryAsync(1));
        Assert.Equal(meanwhile.Id, bot.FromBot(bot.Private)[^1].Id);

        await bot.TapAsync(admin, card, "✅ Approve");
        Assert.Contains("You asked: Who?", (await bot.NextFromBotAsync(bot.Private, meanwhile.Id)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/case 1 approve")]
    [InlineData("/case 1 reject 1")]
    [InlineData("/queue 0")]
    [InlineData("/curated 0")]
    [InlineData("/audit 0 0")]
    [InlineData("/settings moderation Off")]
    [InlineData("/reload most 1.v1")]
    [InlineData("/reload cancel 1")]
    [InlineData("/rollback go 1 2")]
    [InlineData("/remove go 1 1.v1")]
    [InlineData("/source show 1 1.v1")]
    [InlineData("/upload add 7")]
    public async Task A_forged_button_of_somebody_without_the_role_changes_nothing_and_is_noted(string data)
    {
        await using var bot = await ModeratedBot.StartAsync();
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);

        Forge(bot, bot.Sandbox.User, bot.Sandbox.ModeratorsChat, card.Id, data);
        Forge(bot, bot.Sandbox.User, bot.Private, meanwhile.Id, data);
        var audit = await RefusedAsync(bot, bot.Sandbox.User, count: 2);

        Assert.Equal((data, 2), (Assert.Single(audit).Target, audit[0].Times));
        Assert.Equal([CaseEventKind.Opened], await bot.HistoryAsync(1));
        Assert.Equal(meanwhile.Id, bot.FromBot(bot.Private)[^1].Id);
        Assert.Equal(meanwhile.Text, bot.FromBot(bot.Private)[^1].Text);
        Assert.Equal([card.Id], bot.FromBot(bot.Sandbox.ModeratorsChat).Select(message => message.Id));
        Assert.Single(await AuditAsync(bot));
    }

    [Fact]
    public async Task What_is_not_sent_yet_is_not_read_by_a_forged_button_which_is_noted()
    {
        await using var bot = await ModeratedBot.StartAsync();
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);
        var passage = card.InlineKeyboard.SelectMany(row => row).First(button => button.CallbackData?.StartsWith("c:", StringComparison.Ordinal) == true).CallbackData!;

        Forge(bot, bot.Sandbox.User, bot.Private, meanwhile.Id, passage);
        var audit = await RefusedAsync(bot, bot.Sandbox.User, count: 1);

        Assert.Equal([passage], audit.Select(entry => entry.Target));
        Assert.Equal(meanwhile.Id, bot.FromBot(bot.Private)[^1].Id);
    }

    [Fact]
    public async Task Where_everybody_in_the_chat_is_a_moderator_they_decide_there_and_nowhere_else()
    {
        await using var bot = await ModeratedBot.PrepareAsync();
        bot.Setting.Settings.Remove("Roles:Moderators");
        bot.Setting.Settings["Roles:EveryoneInModeratorsChat"] = "true";
        await bot.StartBotAsync();
        var (maria, chat) = (bot.Sandbox.Moderator, bot.Sandbox.ModeratorsChat);
        var meanwhile = await bot.AskAsync("Who?");
        var card = await bot.CardAsync(1);

        var elsewhere = await bot.AskAsync(maria, bot.Sandbox.PrivateChat(maria), "/queue");
        var reserved = await bot.AskAsync(maria, chat, Addressed(bot, $"grant admin {maria.Id}"));
        var told = await bot.TapAsync(maria, card, "✅ Approve");
        var answer = await bot.NextFromBotAsync(bot.Private, meanwhile.Id);

        Assert.Equal("Это могут только модераторы.", elsewhere.Text);
        Assert.Equal("Это могут только администраторы бота.", reserved.Text);
        Assert.Equal("Готово.", told.Text);
        Assert.Contains("You asked: Who?", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_admins_do_is_noted_and_leaves_as_a_file()
    {
        await using var bot = await BotFixture.StartAsync();
        var (admin, office, group) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), bot.Sandbox.Group);
        var reload = await bot.AskAsync(admin, office, "/reload");
        await bot.WaitAsync(office, message => message.Id == reload.Id && message.IsEdited);
        var settings = await bot.AskAsync(admin, group, "/settings");
        await bot.PressAsync(settings, "Русский", admin);
        await bot.EditedAsync(settings, "✓ Русский");
        await bot.AskAsync("/reload");

        var audit = await bot.AskAsync(admin, office, "/audit");
        var ofAnna = await bot.AskAsync(admin, office, $"/audit {bot.Sandbox.User.Id}");
        var inGroup = await bot.AskAsync(admin, group, Addressed(bot, "audit"));
        var file = await bot.AskAsync(admin, office, "/audit export");

        Assert.Equal(
            [
                $"{bot.Sandbox.User.Id} refused /reload",
                $"{admin.Id} settings.changed {group.Id} (Russian, here, default)",
                $"{admin.Id} sources.reloaded sources (added 1, changed 0, removed 0, unreadable 1)",
            ],
            audit.Text.Split('\n').Select(line => line["2026-03-01 12:00 ".Length..]));
        Assert.EndsWith($" {bot.Sandbox.User.Id} refused /reload", ofAnna.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("refused", inGroup.Text, StringComparison.Ordinal);
        Assert.Equal("https://t.me/cstobot_sandbox_bot?start=audit", inGroup.InlineKeyboard[0][0].Url);
        Assert.Equal("audit.jsonl", file.Document?.FileName);
    }

    private static string Addressed(BotFixture bot, string command) =>
        command.Split(' ', 2) is [var name, var argument] ? $"/{name}@{bot.Sandbox.Bot.Username} {argument}" : $"/{command}@{bot.Sandbox.Bot.Username}";

    /// <summary>A message too old to be shown comes without its buttons: then only the sender's word stands for the data.</summary>
    private static void Forge(BotFixture bot, Person person, SandboxChat chat, int messageId, string data) => bot.Sandbox.SendRaw(JsonSerializer.SerializeToElement(new
    {
        callback_query = new
        {
            id = $"forged {chat.Id}",
            from = new { id = person.Id, is_bot = false, first_name = person.FirstName, language_code = "en" },
            message = new { message_id = messageId, date = 0, chat = new { id = chat.Id, type = chat.Id < 0 ? "group" : "private", title = "g" } },
            chat_instance = "1",
            data,
        },
    }));

    private static async Task<List<AuditEntry>> AuditAsync(BotFixture bot) =>
        await bot.Run.Services.GetRequiredService<IAuditLog>().SinceAsync(DateTimeOffset.UnixEpoch, null, CancellationToken.None).ToListAsync(CancellationToken.None);

    /// <summary>Waits until so many attempts of a person are noted.</summary>
    private static async Task<List<AuditEntry>> RefusedAsync(BotFixture bot, Person person, int count)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (true)
        {
            var refused = (await AuditAsync(bot)).Where(entry => entry.UserId == person.Id && entry.Action == AuditActions.Refused).ToList();
            if (refused.Sum(entry => entry.Times ?? 1) >= count)
            {
                return refused;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }

    private static async Task WaitForMenuAsync(BotFixture bot, string method, Person person)
    {
        using var over = new CancellationTokenSource(BotFixture.Patience);
        while (!bot.Sandbox.Calls.Any(call => call.Method == method
            && call.StatusCode != 0
            && call.Parameters.GetProperty("scope").TryGetProperty("chat_id", out var chat)
            && chat.ToString() == person.Id.ToString(CultureInfo.InvariantCulture)))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, over.Token);
        }
    }
}
