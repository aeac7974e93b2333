using CstoBot.Conversations;
using CstoBot.Moderation;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Moderation;

/// <summary>Posts the cards of cases, and keeps those that are there as the cases are.</summary>
internal sealed class CaseCards(ICaseStore cases, EarlierAnswers earlier, IChatSettings settings, IOptions<ModerationOptions> options, TimeProvider time)
{
    // Older cards are far up in the chat; a group bears twenty messages a minute.
    private const int MostBlanked = 20;

    /// <summary>The moderators' chat; null when there is none.</summary>
    public ChatPlace? ModeratorsChat => options.Value.ChatId is not 0 and var chat ? PlaceOf(chat) : null;

    /// <summary>What people asked is not shown before a group, but for that of the moderators.</summary>
    public bool MayShow(Origin origin) => !origin.IsGroup || origin.Conversation.Chat == options.Value.ChatId;

    /// <summary>A card for a case that has just been opened; none where there is no moderators' chat.</summary>
    public async Task<IReadOnlyList<Outgoing>> PostAsync(Case opened, CancellationToken cancellationToken) =>
        ModeratorsChat is { } place ? [await CardAsync(opened, place, cancellationToken)] : [];

    /// <summary>A card in a chat where somebody wants to see the case; a reply to it is about the case.</summary>
    public async Task<Outgoing> CardAsync(Case of, ChatPlace place, CancellationToken cancellationToken) =>
        new Outgoing.Message(place, CardRenderer.Render(await ViewAsync(of, place.ChatId, isKept: false, cancellationToken))) { OfCase = new CaseMark(of.Id, CaseMessage.Card) };

    /// <summary>The case as it is now, on every card that shows it; a card of the moderators' chat that is gone comes anew.</summary>
    public Task<IReadOnlyList<Outgoing>> RefreshAsync(Case of, CancellationToken cancellationToken) => RefreshAsync(of, isKept: false, cancellationToken);

    /// <param name="isKept">It is being kept for reuse just now.</param>
    /// <inheritdoc cref="RefreshAsync(Case, CancellationToken)"/>
    public async Task<IReadOnlyList<Outgoing>> RefreshAsync(Case of, bool isKept, CancellationToken cancellationToken)
    {
        var shown = (await cases.CardsAsync(of.Id, cancellationToken)).Select(card => card.ChatId).ToHashSet();
        if (ModeratorsChat is { } moderators)
        {
            // It may not have been sent yet; things go out in order.
            shown.Add(moderators.ChatId);
        }

        var edits = new List<Outgoing>();
        foreach (var chat in shown.Order())
        {
            edits.Add(await EditAsync(of, PlaceOf(chat), isKept, cancellationToken));
        }

        return edits;
    }

    /// <summary>The cards of what somebody asked who wants to be forgotten, without the question and the answer.</summary>
    public async Task<IReadOnlyList<Outgoing>> BlankAsync(long userId, CancellationToken cancellationToken)
    {
        var blank = new List<Outgoing>();
        foreach (var of in await cases.OfAskerAsync(userId, MostBlanked, cancellationToken))
        {
            var withdrawn = of.IsPending && CaseRules.Apply(of, new CaseAction.Withdraw(), by: null, time.GetUtcNow()) is CaseVerdict.Moved(var next, _) ? next : of;
            var emptied = withdrawn with { Question = of.Question with { Text = "…", Earlier = [] }, Draft = null, Final = null, Remark = null };
            foreach (var (chat, message) in await cases.CardsAsync(of.Id, cancellationToken))
            {
                blank.Add(new Outgoing.Edit(PlaceOf(chat), new MessageReference(message), CardRenderer.Render(await ViewAsync(emptied, chat, isKept: true, cancellationToken))));
            }
        }

        return blank;
    }

    /// <summary>Puts the case as it is now in the place of its card in a chat, or posts it there.</summary>
    public Task<Outgoing> EditAsync(Case of, ChatPlace place, CancellationToken cancellationToken) => EditAsync(of, place, isKept: false, cancellationToken);

    /// <summary>The case with what its card shows besides, in the language of its question.</summary>
    public CardView ViewOf(Case of) => new(of, of.Question.Language, options.Value.Zone, time.GetUtcNow());

    public async Task<Keyboard> ReasonsAsync(Case of, long chatId, CancellationToken cancellationToken) =>
        CardRenderer.Reasons(of, await LanguageAsync(of, chatId, cancellationToken));

    /// <summary>The buttons that a card usually has.</summary>
    public async Task<Keyboard?> KeyboardAsync(Case of, long chatId, CancellationToken cancellationToken) =>
        CardRenderer.KeyboardOrNull(await ViewAsync(of, chatId, isKept: false, cancellationToken));

    private async Task<Outgoing> EditAsync(Case of, ChatPlace place, bool isKept, CancellationToken cancellationToken) =>
        new Outgoing.Edit(place, new MessageReference(CardOf: of.Id), CardRenderer.Render(await ViewAsync(of, place.ChatId, isKept, cancellationToken)))
        {
            OfCase = new CaseMark(of.Id, CaseMessage.Card),
        };

    private async Task<CardView> ViewAsync(Case of, long chatId, bool isKept, CancellationToken cancellationToken)
    {
        var language = await LanguageAsync(of, chatId, cancellationToken);
        var texts = ReviewTexts.For(language);
        return ViewOf(of) with
        {
            Language = language,
            CanBeKept = !isKept,
            Similar = await earlier.SimilarAsync(of, cancellationToken),
            Changes = [.. earlier.Changes(of).SelectMany(changed => new[]
            {
                new ChangedText($"[{changed.Before.Number}] {texts.Before}", changed.Before.Quote),
                new ChangedText($"[{changed.Before.Number}] {texts.Now}", changed.Now?.Quote ?? texts.Gone),
            })],
        };
    }

    /// <summary>Of the chat that it is shown in, where one was chosen.</summary>
    private async Task<Language> LanguageAsync(Case of, long chatId, CancellationToken cancellationToken) =>
        (await settings.FindAsync(chatId, cancellationToken)).Language ?? of.Question.Language;

    /// <summary>Persons' chats have their ids, which are positive.</summary>
    private static ChatPlace PlaceOf(long chat) => new(chat, Topic: 0, IsGroup: chat < 0);
}
