using CstoBot.Answering;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Live;

/// <summary>A preview, as Telegram shows it in private chats: it is no message, and the answer's message takes its place.</summary>
/// <param name="id">What Telegram says of the one that was stopped.</param>
/// <param name="heading">See <see cref="LiveRenderer"/>.</param>
internal sealed class DraftView(TelegramCalls calls, ChatPlace place, long id, string? heading) : ILiveView
{
    public ChatPlace Place => place;

    public TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Telegram shows a preview for thirty seconds.</summary>
    public TimeSpan Lifetime { get; } = TimeSpan.FromSeconds(20);

    public int? MessageId => null;

    public Task ShowAsync(Answer soFar, CancellationToken cancellationToken) =>
        calls.ShowDraftAsync(place, id, LiveRenderer.Render(soFar, heading), cancellationToken);

    public bool GoesOnAfter(SendFailure failure) => failure is SendFailure.TooFast or SendFailure.Transient or SendFailure.DoneUnread;

    public Task WithdrawAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
