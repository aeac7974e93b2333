using System.Globalization;
using CstoBot.Telegram.Receiving;
using Microsoft.Extensions.Options;
using Telegram.Bot;
using Telegram.Bot.Exceptions;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Checkups;

/// <summary>Whether Telegram takes the token, what the bot may do there, how its updates come, and whether the clocks agree.</summary>
internal sealed class BotCheckup(IConfiguration configuration, IOptions<TelegramOptions> options, TimeProvider time) : ICheckup
{
    private const string Token = "token";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // The header counts whole seconds, and the answer was on its way.
    private static readonly TimeSpan ClockMayDiffer = TimeSpan.FromSeconds(30);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(configuration["Telegram:Token"]))
        {
            return
            [
                Diagnosis.Warning(
                    Token, "none is set: the bot runs in a local Telegram in the browser.", "To run it in Telegram, ask @BotFather for a token (/newbot) and set it as Telegram__Token in the environment."),
            ];
        }

        var client = TelegramClient.Create(options.Value, new TelegramContact(time));
        var difference = default(TimeSpan?);
        client.OnApiResponseReceived += (_, response, _) =>
        {
            difference = response.ResponseMessage.Headers.Date is { } theirs ? theirs - time.GetUtcNow() : null;
            return ValueTask.CompletedTask;
        };
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var me = await ((ITelegramBotClient)client).GetMe(either.Token);
            var clock = Clock(difference);
            return [Diagnosis.Ok(Token, $"Telegram takes it for @{me.Username}"), Permissions(me), Webhook(await ((ITelegramBotClient)client).GetWebhookInfo(either.Token)), .. clock];
        }
        catch (ApiRequestException exception) when (exception.ErrorCode is 401 or 403 or 404)
        {
            return [Diagnosis.Problem(Token, $"Telegram refuses it ({exception.ErrorCode}).", "Ask @BotFather for the bot's token (/mybots, then API Token) and set it as Telegram__Token in the environment.")];
        }
        catch (Exception exception) when (exception is RequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return [Diagnosis.Problem("telegram", $"{new Uri(options.Value.BaseUrl).Host} cannot be reached: {Reason(exception)}.", "Check the network and Telegram:BaseUrl; where Telegram is blocked, run a Bot API server elsewhere and name it there.")];
        }
    }

    private static Diagnosis Permissions(User me)
    {
        var groups = me.CanJoinGroups ? "may be added to groups" : "may not be added to groups (/setjoingroups lets it)";
        var messages = me.CanReadAllGroupMessages ? "reads all their messages" : "reads there only what is addressed to it";
        var inline = me.SupportsInlineQueries ? "answers inline queries" : "gets no inline queries (/setinline turns them on)";
        return Diagnosis.Ok("permissions", $"by @BotFather's settings it {groups}, {messages}, {inline}");
    }

    private Diagnosis Webhook(WebhookInfo webhook)
    {
        const string Check = "updates";
        var isSet = !string.IsNullOrEmpty(webhook.Url);
        var waiting = webhook.PendingUpdateCount == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"; {webhook.PendingUpdateCount} wait");

        // An address may hold a secret in its path.
        var host = isSet && Uri.TryCreate(webhook.Url, UriKind.Absolute, out var url) ? url.Host : "another address";
        return options.Value.Mode switch
        {
            TelegramMode.Polling when isSet => Diagnosis.Warning(
                Check,
                $"the bot polls, but Telegram brings its updates to a webhook at {host}{waiting}.",
                "The bot deletes that webhook when it starts. If a program there is to have them, stop it first or set Telegram:Mode to Webhook."),
            TelegramMode.Webhook when isSet && webhook.Url != options.Value.WebhookUrl => Diagnosis.Warning(
                Check, $"Telegram brings them to {host}, not to Telegram:WebhookUrl{waiting}.", "The bot sets its own address when it starts; if a program there is to have them, stop that one."),
            TelegramMode.Webhook when isSet && !string.IsNullOrEmpty(webhook.LastErrorMessage) => Diagnosis.Warning(
                Check, $"Telegram's last call to the webhook failed: {webhook.LastErrorMessage}{waiting}.", "Check that Telegram:WebhookUrl leads, through the proxy, to Telegram:ListenUrl."),
            TelegramMode.Webhook => Diagnosis.Ok(Check, isSet ? $"Telegram brings them to Telegram:WebhookUrl{waiting}" : $"the webhook is set when the bot starts{waiting}"),
            _ => Diagnosis.Ok(Check, $"the bot polls, and no webhook is in its way{waiting}"),
        };
    }

    private static IEnumerable<Diagnosis> Clock(TimeSpan? difference) => difference is not { } offset ? []
        : offset.Duration() <= ClockMayDiffer ? [Diagnosis.Ok("clock", "agrees with Telegram's")]
        :
        [
            Diagnosis.Warning(
                "clock",
                string.Create(CultureInfo.InvariantCulture, $"is {offset.Duration().TotalSeconds:0} s {(offset > TimeSpan.Zero ? "behind" : "ahead of")} Telegram's."),
                "Let the system set it by the network (NTP): deadlines, limits and dates go by it."),
        ];

    /// <summary>Without the address, of which the token is part.</summary>
    private static string Reason(Exception exception) => exception switch
    {
        OperationCanceledException => "no answer in time",
        { InnerException: HttpRequestException failed } => Instruments.Word(failed.HttpRequestError).Replace('_', ' '),
        ApiRequestException refusal => string.Create(CultureInfo.InvariantCulture, $"it answers {refusal.ErrorCode}"),
        _ => exception.GetType().Name,
    };
}
