using CstoBot.Ingestion;
using CstoBot.Ingestion.Versions;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>Opens the passage behind a citation and turns the pages of its document; where that has changed since, as it was quoted.</summary>
internal sealed class PassageButtons(CurrentIndex index, IDocumentArchive archive)
{
    public async Task<Effects> ShowAsync(ButtonTap tap, ButtonData.ShowCitation show, CancellationToken cancellationToken) =>
        CitationOrNull(tap, show.Number) is { } citation
            ? Reply(tap, tap.Origin.Message(await QuotedAsync(tap, citation, cancellationToken), replyTo: tap.Origin.MessageId))
            : ButtonReplies.Expired(tap.Press);

    public async Task<Effects> BackAsync(ButtonTap tap, ButtonData.BackToQuote back, CancellationToken cancellationToken) =>
        CitationOrNull(tap, back.Number) is { } citation
            ? Reply(tap, Edit(tap, await QuotedAsync(tap, citation, cancellationToken)))
            : ButtonReplies.Expired(tap.Press);

    /// <summary>A place counted in another state of the document would be a wrong one.</summary>
    public async Task<Effects> TurnAsync(ButtonTap tap, ButtonData.TurnTo turn, CancellationToken cancellationToken)
    {
        if (CitationOrNull(tap, turn.Number) is not { } citation)
        {
            return ButtonReplies.Expired(tap.Press);
        }

        return await EditionOrNullAsync(citation, turn.Edition, cancellationToken) is { } edition && turn.Place < edition.Count
            ? Reply(tap, Edit(tap, Render(tap, citation, edition, turn.Place)))
            : ButtonReplies.Alert(tap.Press, BotTexts.For(tap.Answer.Language).DocumentChanged);
    }

    public static Effects Close(Incoming.ButtonPress press) => Effects.Reply(
        new Instant.ButtonReply(press.CallbackId),
        [new Outgoing.Deletion(press.Origin.Place(), new MessageReference(press.Origin.MessageId))]);

    private static Citation? CitationOrNull(ButtonTap tap, int number) => tap.Answer.Citations.FirstOrDefault(citation => citation.Number == number);

    /// <summary>Where it stands now if it still stands there, else where it stood, else as it was kept.</summary>
    private async Task<RenderedMessage> QuotedAsync(ButtonTap tap, Citation citation, CancellationToken cancellationToken) =>
        CurrentOrNull(citation) is { } now && now.HomeOrNull(citation) is { } home ? Render(tap, citation, now, home)
        : await EarlierOrNullAsync(citation, cancellationToken) is { } before && before.HomeOrNull(citation) is { } place ? Render(tap, citation, before, place)
        : PassageRenderer.Render(citation, tap.Answer.Language);

    /// <summary>The state of the document in which the places of a button were counted.</summary>
    private async Task<DocumentEdition?> EditionOrNullAsync(Citation citation, string mark, CancellationToken cancellationToken) =>
        CurrentOrNull(citation) is { } now && ButtonData.EditionOf(now.At(0).Document.ContentHash) == mark ? now
        : citation.ContentHash is { } hash && ButtonData.EditionOf(hash) == mark ? await EarlierOrNullAsync(citation, cancellationToken)
        : null;

    private DocumentEdition? CurrentOrNull(Citation citation) =>
        DocumentChunks.OfOrNull(index.Value, citation.Source) is { } chunks ? new DocumentEdition(place => chunks[place], chunks.Count, IsEarlier: false) : null;

    private async Task<DocumentEdition?> EarlierOrNullAsync(Citation citation, CancellationToken cancellationToken)
    {
        if (citation.ContentHash is not { } hash || await archive.FindOrNullAsync(citation.Source, hash, cancellationToken) is not { } document)
        {
            return null;
        }

        var chunks = Chunker.Split(document);
        return chunks.Count == 0 ? null : new DocumentEdition(place => chunks[place], chunks.Count, IsEarlier: true);
    }

    private static RenderedMessage Render(ButtonTap tap, Citation citation, DocumentEdition edition, int place) => PassageRenderer.Render(
        tap.Answer.Id,
        citation,
        new PassagePlace(edition.At(place), place, edition.Count, IsHome: place == edition.HomeOrNull(citation), edition.IsEarlier),
        tap.Answer.Language);

    private static Outgoing.Edit Edit(ButtonTap tap, RenderedMessage message) =>
        new(tap.Origin.Place(), new MessageReference(tap.Origin.MessageId), message) { After = tap.Origin.MessageId };

    private static Effects Reply(ButtonTap tap, Outgoing message) => Effects.Reply(new Instant.ButtonReply(tap.Press.CallbackId), [message]);
}
