using System.Net;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Sending;

/// <summary>What a failed call to Telegram means for the message.</summary>
internal abstract record SendFailure
{
    private SendFailure()
    {
    }

    /// <summary>Telegram wants a pause first.</summary>
    public sealed record TooFast(TimeSpan Wait) : SendFailure;

    /// <summary>The network or Telegram's server failed; the same call may work in a moment.</summary>
    /// <param name="MayHaveArrived">False when the call surely never reached Telegram.</param>
    public sealed record Transient(bool MayHaveArrived) : SendFailure;

    /// <summary>The person blocked the bot, the bot was removed, the chat or topic is gone: nobody is there to read.</summary>
    public sealed record NobodyThere : SendFailure;

    /// <summary>The markup was refused: a defect of ours, and no reason to say nothing.</summary>
    public sealed record BadMarkup : SendFailure;

    /// <summary>The group has become a supergroup with another id.</summary>
    public sealed record Moved(long ChatId) : SendFailure;

    /// <summary>What was to be done has been done, or has no object any more: an old button, a message already deleted.</summary>
    public sealed record TooLate : SendFailure;

    /// <summary>The message to be changed is gone, or is not the bot's.</summary>
    public sealed record NoSuchMessage : SendFailure;

    /// <summary>Telegram did it, but this version cannot read what it replied: done, and not to be repeated.</summary>
    public sealed record DoneUnread : SendFailure;

    /// <summary>Telegram refuses the call as it is, and will again.</summary>
    public sealed record Refused : SendFailure;

    public static SendFailure Of(Exception exception) => exception switch
    {
        ApiRequestException { ErrorCode: 429 } refusal => new TooFast(TimeSpan.FromSeconds(refusal.Parameters?.RetryAfter ?? 1)),
        ApiRequestException { ErrorCode: >= 500 } => new Transient(MayHaveArrived: true),
        ApiRequestException { ErrorCode: 403 } => new NobodyThere(),
        ApiRequestException { Parameters.MigrateToChatId: { } chat } => new Moved(chat),
        ApiRequestException { ErrorCode: 400 } refusal => OfBadRequest(refusal.Message),
        ApiRequestException => new Refused(),
        RequestException { HttpStatusCode: HttpStatusCode.OK } => new DoneUnread(),
        RequestException { InnerException: HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } } =>
            new Transient(MayHaveArrived: false),
        _ => new Transient(MayHaveArrived: true),
    };

    private static SendFailure OfBadRequest(string description)
    {
        bool Says(string words) => description.Contains(words, StringComparison.OrdinalIgnoreCase);

        if (Says("chat not found") || Says("user is deactivated") || Says("message thread not found") || Says("not enough rights to send")
            || Says("TOPIC_CLOSED"))
        {
            return new NobodyThere();
        }

        if (Says("can't parse entities"))
        {
            return new BadMarkup();
        }

        if (Says("message to edit not found") || Says("message can't be edited") || Says("MESSAGE_ID_INVALID"))
        {
            return new NoSuchMessage();
        }

        return Says("query is too old") || Says("query ID is invalid") || Says("message to delete not found") || Says("message can't be deleted")
            || Says("message is not modified")
            ? new TooLate()
            : new Refused();
    }
}
