using CstoBot.Answering.Models;
using CstoBot.LanguageModels.Usage;
using CstoBot.Tests.LanguageModels;
using Microsoft.Extensions.DependencyInjection;
using CstoBot.Verification.Statements;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>What an admin is told of the language model.</summary>
public sealed class ModelCommandTests
{
    [Fact]
    public async Task Status_tells_what_the_model_used_and_reload_which_prompts_are_new()
    {
        await using var server = await ChatEndpoint.StartAsync();
        using var folder = new Fakes.TemporaryFolder();
        CopyPrompts(folder.Path);
        await using var bot = await BotFixture.PrepareAsync();
        foreach (var (name, value) in new[] { ("Endpoint", server.Address), ("Name", ChatEndpoint.Model), ("Key", ChatEndpoint.Key), ("TokensPerDay", "100000"), ("InputPricePerMillion", "2"), ("OutputPricePerMillion", "10") })
        {
            bot.Setting.Settings[$"Model:{name}"] = value;
        }

        bot.Setting.Settings["Prompts:Folder"] = folder.Path;
        await bot.StartBotAsync();
        var budget = bot.Run.Services.GetRequiredService<TokenBudget>();
        await budget.SetAsideAsync(10, CancellationToken.None);
        budget.Book(10, new TokenCount(12_000, 345));

        var outcomes = bot.Run.Services.GetRequiredService<ModelOutcomes>();
        outcomes.Count(ModelOutcome.Late);
        outcomes.Count(StatementFault.QuoteNotFound);
        Assert.Contains(
            "\nLanguage model: tiny-chat, tokens today (UTC): 12345 / 100000, cost: 0.0275 USD\n"
            + "Its answers since the start: 0, quotes instead: 1 (Late 1), statements verified: 0, refused: 1 (QuoteNotFound 1)\n",
            await AdminAsync(bot, "/status"),
            StringComparison.Ordinal);
        Assert.DoesNotContain("rompts", await ReloadAsync(bot), StringComparison.Ordinal);

        await File.AppendAllTextAsync(Path.Combine(folder.Path, "Answer", "skprompt.txt"), "\n", CancellationToken.None);
        Assert.EndsWith("\n\nNew prompts: Answer.", await ReloadAsync(bot), StringComparison.Ordinal);

        await File.AppendAllTextAsync(Path.Combine(folder.Path, "Answer", "skprompt.txt"), "more", CancellationToken.None);
        Assert.Contains("\n\nThe prompts cannot be used; I go on with the old ones.\nThe prompt ", await ReloadAsync(bot), StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains(ChatEndpoint.Key, StringComparison.Ordinal));

        // A day's tokens outlive the program.
        await bot.StopBotAsync();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "Answer", "skprompt.txt"), "bad", CancellationToken.None);
        var refused = await Assert.ThrowsAsync<StartupException>(bot.StartBotAsync);
        Assert.Contains("cannot be used", refused.Message, StringComparison.Ordinal);
        bot.Setting.Settings.Remove("Prompts:Folder");
        await bot.StartBotAsync();
        Assert.Contains("12345 / 100000", await AdminAsync(bot, "/status"), StringComparison.Ordinal);
    }

    /// <summary>What the message says when the reload has ended.</summary>
    private static async Task<string> ReloadAsync(BotFixture bot)
    {
        var message = await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), "/reload");
        return (await bot.SaysAsync(message, "in use")).Text;
    }

    private static async Task<string> AdminAsync(BotFixture bot, string command) =>
        (await bot.AskAsync(bot.Sandbox.Admin, bot.Sandbox.PrivateChat(bot.Sandbox.Admin), command)).Text;

    private static void CopyPrompts(string folder)
    {
        var shipped = Path.Combine(AppContext.BaseDirectory, "prompts");
        foreach (var file in Directory.EnumerateFiles(shipped, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(shipped, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
