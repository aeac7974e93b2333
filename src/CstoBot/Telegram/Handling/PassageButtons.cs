using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Verification;

namespace CstoBot.Telegram.Handling;

/// <summary>Opens the passage behind a citation and turns the pages of its document.</summary>
internal sealed class PassageButtons(CurrentIndex index)
{
    public Effects Show(ButtonTap tap, ButtonData.ShowCitation show) => CitationOrNull(tap, show.Number) is { } citation
        ? Reply(tap, tap.Origin.Message(Quoted(tap, citation), replyTo: tap.Origin.MessageId))
        : ButtonReplies.Expired(tap.Press);

    public Effects Back(ButtonTap tap, ButtonData.BackToQuote back) => CitationOrNull(tap, back.Number) is { } citation
        ? Reply(tap, Edit(tap, Quoted(tap, citation)))
        : ButtonReplies.Expired(tap.Press);

    /// <summary>A place counted in another state of the document would be a wrong one.</summary>
    public Effects Turn(ButtonTap tap, ButtonData.TurnTo turn)
    {
        if (CitationOrNull(tap, turn.Number) is not { } citation)
        {
            return ButtonReplies.Expired(tap.Press);
        }

        return DocumentChunks.OfOrNull(index.Value, citation.Source) is { } chunks
            && turn.Place < chunks.Count
            && ButtonData.EditionOf(chunks[turn.Place].Document.ContentHash) == turn.Edition
                ? Reply(tap, Edit(tap, PassageRenderer.Render(tap.Answer.Id, citation, PassageAt(chunks, turn.Place, citation), tap.Answer.Language)))
                : ButtonReplies.Alert(tap.Press, BotTexts.For(tap.Answer.Language).DocumentChanged);
    }

    public static Effects Close(Incoming.ButtonPress press) => Effects.Reply(
        new Instant.ButtonReply(press.CallbackId),
        [new Outgoing.Deletion(press.Origin.Place(), new MessageReference(press.Origin.MessageId))]);

    private static Citation? CitationOrNull(ButtonTap tap, int number) => tap.Answer.Citations.FirstOrDefault(citation => citation.Number == number);

    /// <summary>Where it stands now if it still stands there, else as it was kept.</summary>
    private RenderedMessage Quoted(ButtonTap tap, Citation citation) =>
        DocumentChunks.OfOrNull(index.Value, citation.Source) is { } chunks && HomeOrNull(chunks, citation) is { } home
            ? PassageRenderer.Render(tap.Answer.Id, citation, PassageAt(chunks, home, citation), tap.Answer.Language)
            : PassageRenderer.Render(citation, tap.Answer.Language);

    private static PassagePlace PassageAt(DocumentChunks chunks, int place, Citation citation) =>
        new(chunks[place], place, chunks.Count, IsHome: place == HomeOrNull(chunks, citation));

    private static int? HomeOrNull(DocumentChunks chunks, Citation citation) =>
        chunks.PlaceOrNull(new TextSpan(citation.Start, citation.Length), citation.Quote);

    private static Outgoing.Edit Edit(ButtonTap tap, RenderedMessage message) =>
        new(tap.Origin.Place(), new MessageReference(tap.Origin.MessageId), message) { After = tap.Origin.MessageId };

    private static Effects Reply(ButtonTap tap, Outgoing message) => Effects.Reply(new Instant.ButtonReply(tap.Press.CallbackId), [message]);
}
