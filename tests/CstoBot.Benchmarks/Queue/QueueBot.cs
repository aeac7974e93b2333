using System.Globalization;
using CstoBot.Moderation;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Receiving;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;

namespace CstoBot.Benchmarks.Queue;

/// <summary>The bot's parts within this process, with a moderators' chat; nothing is fetched or sent by itself.</summary>
internal sealed class QueueBot : IDisposable
{
    private readonly LinkedHost host;
    private long updates;

    private QueueBot(LinkedHost host) => this.host = host;

    public IServiceProvider Services => host.Services;

    public static async Task<QueueBot> CreateAsync(SandboxServer telegram, long moderator, long moderatorsChat) => new(await LinkedHost.BuildAsync(
        telegram,
        new Dictionary<string, string?>
        {
            ["Moderation:Mode"] = nameof(ModerationMode.All),
            ["Moderation:ChatId"] = moderatorsChat.ToString(CultureInfo.InvariantCulture),
            ["Roles:Moderators"] = moderator.ToString(CultureInfo.InvariantCulture),
        },
        services => services.AddSingleton<SqliteEffects>()));

    public UpdateKey NextUpdate() => new(1, ++updates);

    public void Dispose() => host.Dispose();
}
