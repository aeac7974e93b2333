using CstoBot.Cli;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Configuration;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class LocalTelegramTests
{
    private static readonly Dictionary<string, string?> NoOptions = [];

    [Fact]
    public async Task A_second_local_Telegram_leaves_the_data_of_the_first_alone()
    {
        using var data = new TemporaryFolder();
        var configured = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = data.Path }).Build();
        await using var first = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        await using var second = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);
        var folder = LocalTelegram.Settings(first, configured, NoOptions)["Data:Folder"]!;
        var database = Path.Combine(Directory.CreateDirectory(folder).FullName, "cstobot.db");
        await File.WriteAllTextAsync(database, "of the first", CancellationToken.None);

        Assert.NotEqual(folder, LocalTelegram.Settings(second, configured, NoOptions)["Data:Folder"]);
        Assert.True(File.Exists(database));
        Assert.Equal(folder, LocalTelegram.Settings(first, configured, NoOptions)["Data:Folder"]);
        Assert.False(File.Exists(database));
    }

    [Fact]
    public async Task The_moderators_work_in_their_group_of_the_local_Telegram()
    {
        using var data = new TemporaryFolder();
        var configured = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Data:Folder"] = data.Path }).Build();
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, CancellationToken.None);

        var settings = LocalTelegram.Settings(sandbox, configured, NoOptions);

        Assert.Equal($"{sandbox.ModeratorsChat.Id}", settings["Moderation:ChatId"]);
        Assert.DoesNotContain("Moderation:Mode", settings.Keys);
    }
}
