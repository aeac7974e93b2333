using CstoBot.Answering;
using CstoBot.Telegram.Sending;
using Telegram.Bot.Exceptions;

namespace CstoBot.Telegram.Live;

/// <summary>Where an answer can be read while it is being written.</summary>
internal interface ILiveView
{
    ChatPlace Place { get; }

    /// <summary>At least so long between two changes.</summary>
    TimeSpan Interval { get; }

    /// <summary>After so long without a change it is to be shown again, or Telegram removes it.</summary>
    TimeSpan Lifetime { get; }

    /// <summary>The message that the whole answer is to take the place of; null where there is none.</summary>
    int? MessageId { get; }

    /// <exception cref="RequestException">It could not be shown; nothing was repeated.</exception>
    Task ShowAsync(Answer soFar, CancellationToken cancellationToken);

    /// <summary>Whether it makes sense to show more after such a failure.</summary>
    bool GoesOnAfter(SendFailure failure);

    /// <summary>Removes it: no answer comes of it.</summary>
    Task WithdrawAsync(CancellationToken cancellationToken);
}
