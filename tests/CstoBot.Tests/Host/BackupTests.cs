using System.Text;
using CstoBot.Tests.Cli;
using CstoBot.Tests.Fakes;
using CstoBot.Tests.Ingestion;
using CstoBot.Tests.Operations;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>A backup of a running bot, and the way back to it.</summary>
public sealed class BackupTests
{
    private const string Question = "Where was the joint exercise of 2031 held?";
    private const string Evidence = "The joint exercise of 2031 was held at the Lyaur training ground in Tajikistan.";

    [Fact]
    public async Task A_bot_goes_on_from_its_backup_with_what_was_sent_corrected_and_answered()
    {
        await using var bot = await BotFixture.PrepareAsync();
        using var sources = new SomeSources();
        using var elsewhere = new SomeSources();
        using var folder = new TemporaryFolder();
        var backup = Path.Combine(folder.Path, "backup");
        foreach (var machine in new[] { sources, elsewhere })
        {
            machine.Add("council.txt", "The council of the organization met in Minsk on 3 March 2030.");
        }

        var settings = new Dictionary<string, string> { ["Roles__Admins"] = $"{bot.Sandbox.Admin.Id}", ["Sources__Folder"] = sources.Folder };
        var (admin, office) = (bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin));
        SandboxMessage answer;
        using (var running = BotProcess.Start(bot.Sandbox, settings))
        {
            var preview = await bot.NextFromBotAsync(office, bot.Sandbox.SendDocument(admin, office, "exercise.txt", Encoding.UTF8.GetBytes(Evidence), ""));
            await bot.PressAsync(preview, "✅ Add", admin);
            await bot.SaysAsync(preview, "in use");
            var correcting = await bot.AskAsync(admin, office, "/source 2 publisher The Press Office");
            await bot.WaitAsync(office, message => message.Text.Contains("Publisher: The Press Office", StringComparison.Ordinal)
                || (message.Id >= correcting.Id && message.Text.Contains("in use", StringComparison.Ordinal)));
            answer = await bot.AskAsync(Question);
            Assert.Contains("Lyaur", answer.Text, StringComparison.Ordinal);

            var finished = await ChildProcess.RunAsync("backup", backup, "--data", running.Data);

            Assert.Equal((0, "", 2), (finished.ExitCode, finished.Error, finished.OutputLines.Count));
        }

        settings["Sources__Folder"] = elsewhere.Folder;
        using var restored = BotProcess.Start(bot.Sandbox, settings, backup);
        var list = await bot.AskAsync(admin, office, "/sources");
        var document = await bot.AskAsync(admin, office, "/source 2");
        await bot.PressAsync(answer, answer.InlineKeyboard[0][0].Text);
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);
        var second = await bot.AskAsync(Question);

        Assert.Contains("exercise", list.Text, StringComparison.Ordinal);
        Assert.Contains("Publisher: The Press Office (corrected by an admin)", document.Text, StringComparison.Ordinal);
        Assert.Contains(Evidence, passage.Text, StringComparison.Ordinal);
        Assert.Contains(passage.Entities, entity => entity.Type == "underline");
        Assert.Contains("Lyaur", second.Text, StringComparison.Ordinal);
    }
}
