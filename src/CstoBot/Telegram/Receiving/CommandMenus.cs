using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Receiving;

/// <summary>Sets the menus of commands once a start, beside everything else: nobody waits for them.</summary>
internal sealed partial class CommandMenus(
    TelegramConnection connection, TelegramCalls calls, Roles roles, TimeProvider time, ILogger<CommandMenus> logger) : BackgroundService
{
    private const int Tries = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await connection.CheckAsync(stoppingToken);
        var staff = (await roles.AllAsync(stoppingToken)).SelectMany(one => CommandMenu.OfStaff(one.UserId, one.Role == Role.Admin));
        foreach (var menu in CommandMenu.OfEverybody().Concat(staff))
        {
            await SetAsync(menu, stoppingToken);
        }
    }

    private async Task SetAsync(CommandMenu menu, CancellationToken cancellationToken)
    {
        for (var tries = 1; tries <= Tries; tries++)
        {
            try
            {
                await calls.SetMenuAsync(menu, cancellationToken);
                return;
            }
            catch (RequestException exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (SendFailure.Of(exception) is SendFailure.TooFast(var wait))
                {
                    await Task.Delay(wait, time, cancellationToken);
                }
                else if (SendFailure.Of(exception) is not SendFailure.Transient || tries == Tries)
                {
                    // A moderator who has never opened the chat has none to set it for: they get it when they do.
                    LogNotSet(menu.Scope.Type.ToString(), exception.Message);
                    return;
                }
                else
                {
                    await time.DelayAsync(tries, cancellationToken);
                }
            }
        }
    }

    [LoggerMessage(8007, LogLevel.Information, "A menu of commands ({Scope}) could not be set: {Reason}")]
    private partial void LogNotSet(string scope, string reason);
}
