using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>Tells the moderators' chat that cases wait too long, in working hours, and once a day how things stand.</summary>
internal sealed class Reminders(ICaseStore cases, CaseCards cards, IChatSettings settings, UnpromptedEffects unprompted, IOptions<ModerationOptions> options, TimeProvider time)
{
    private const string Reminder = "reminder";
    private const string Digest = "digest";

    // Nothing here is urgent to the second.
    private static readonly TimeSpan Looks = TimeSpan.FromSeconds(20);

    private DateTimeOffset next = DateTimeOffset.MinValue;

    public async Task RemindAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (cards.ModeratorsChat is not { } chat || now < next)
        {
            return;
        }

        next = now + Looks;
        await RemindAsync(chat, now, cancellationToken);
        await DigestAsync(chat, now, cancellationToken);
    }

    private async Task RemindAsync(ChatPlace chat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (limit, hours) = (TimeSpan.FromMinutes(options.Value.RemindAfterMinutes), options.Value.Hours);
        if (limit == TimeSpan.Zero
            || !hours.IsOpen(now)
            || await cases.CountPendingAsync(now, cancellationToken) is not { Oldest: { } oldest } counts
            || hours.Between(oldest, now) < limit
            || await cases.LastOrNullAsync(Reminder, cancellationToken) is { } last && hours.Between(last, now) < limit)
        {
            return;
        }

        var language = await LanguageAsync(chat, cancellationToken);
        await SendAsync(chat, Reminder, now, [ReviewTexts.For(language).Reminder(counts.Pending, BotTexts.For(language).Wait(now - oldest))], cancellationToken);
    }

    private async Task DigestAsync(ChatPlace chat, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.DigestTime is not { } at
            || DailyTime.LatestBefore(now, at, options.Value.Zone) is var due
            && (await cases.LastOrNullAsync(Digest, cancellationToken) is not { } last ? now - due > Looks * 3 : last >= due))
        {
            return;
        }

        var language = await LanguageAsync(chat, cancellationToken);
        var texts = ReviewTexts.For(language);
        var decided = await cases.CountDecidedAsync(now - TimeSpan.FromDays(1), cancellationToken);
        var counts = await cases.CountPendingAsync(now, cancellationToken);
        await SendAsync(
            chat,
            Digest,
            now,
            [
                texts.Digest,
                string.Join('\n', decided.Select(pair => $"{texts.States[pair.State]}: {pair.Count}")),
                counts.Oldest is { } oldest ? texts.Reminder(counts.Pending, BotTexts.For(language).Wait(now - oldest)) : texts.QueueEmpty,
            ],
            cancellationToken);
    }

    private Task SendAsync(ChatPlace chat, string name, DateTimeOffset now, IReadOnlyList<string> paragraphs, CancellationToken cancellationToken) =>
        unprompted.CarryOutAsync(
            Effects.Send(
                [.. RenderedMessage.From([.. paragraphs.Where(text => text.Length > 0).Select(Block.Paragraph)]).Select(message => new Outgoing.Message(chat, message))],
                new Change.ClockNoted(name, now)),
            cancellationToken);

    /// <summary>Where none was chosen for the chat, the documents' readers speak English at least.</summary>
    private async Task<Language> LanguageAsync(ChatPlace chat, CancellationToken cancellationToken) =>
        (await settings.FindAsync(chat.ChatId, cancellationToken)).Language ?? Language.English;
}
