using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class CommandTests
{
    [Fact]
    public async Task Start_and_help_speak_the_users_language()
    {
        await using var bot = await BotFixture.StartAsync();
        var (maria, chat) = (bot.Sandbox.Moderator, bot.Sandbox.PrivateChat(bot.Sandbox.Moderator));

        Assert.StartsWith("Hello!", (await bot.AskAsync("/start")).Text, StringComparison.Ordinal);
        Assert.StartsWith("Здравствуйте!", (await bot.AskAsync(maria, chat, "/start")).Text, StringComparison.Ordinal);
        Assert.Contains("Что хранится", (await bot.AskAsync(maria, chat, "/help")).Text, StringComparison.Ordinal);
        Assert.StartsWith("I do not know this command.", (await bot.AskAsync("/unknown")).Text, StringComparison.Ordinal);
        Assert.StartsWith("What would you like to know?", (await bot.AskAsync("/ask")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_lists_every_document_however_many()
    {
        await using var sandboxOnly = await BotFixture.PrepareAsync();
        using var folder = new TemporaryFolder();
        var setting = new BotSetting(sandboxOnly.Sandbox, folder.Path)
        {
            Documents = [.. Enumerable.Range(0, 120).Select(number => Some.Document($"{number}.txt", $"Report <{number}> {new string('x', 60)}"))],
        };
        await using var run = await BotRun.StartAsync(setting);

        sandboxOnly.Sandbox.Send(sandboxOnly.Sandbox.User, sandboxOnly.Private, "/sources");
        await sandboxOnly.WaitAsync(sandboxOnly.Private, message => message.From.IsBot && message.Text.Contains("<119>", StringComparison.Ordinal));

        var text = string.Join('\n', sandboxOnly.FromBot(sandboxOnly.Private).Select(message => message.Text));
        Assert.StartsWith("Documents I answer from:\n\n• Report <0>", text, StringComparison.Ordinal);
        Assert.Contains("— TASS, 24 June 2024, in English", text, StringComparison.Ordinal);
        Assert.All(Enumerable.Range(0, 120), number => Assert.Contains($"<{number}>", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_an_admin_reloads()
    {
        await using var bot = await BotFixture.StartAsync();

        var refusal = await bot.AskAsync("/reload");
        var summary = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/reload");

        Assert.Equal("Only admins may reload the documents.", refusal.Text);
        Assert.Equal("The documents were reloaded. Unchanged: 4.\n\nAdded:\nnew <one>.txt\n\nCould not be read:\nbad.txt: not UTF-8", summary.Text);
        Assert.Equal(1, bot.Setting.Reload.Times);
    }

    [Fact]
    public async Task The_menu_of_commands_is_set_in_both_languages()
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("/start");

        var languages = bot.Sandbox.Calls
            .Where(call => call.Method == "setMyCommands")
            .Select(call => call.Parameters.TryGetProperty("language_code", out var code) ? code.GetString() : null);
        Assert.Equal([null, "ru"], languages);
    }
}
