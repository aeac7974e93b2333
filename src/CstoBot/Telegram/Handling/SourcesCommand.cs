using System.Globalization;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Handling;

/// <summary>Lists the documents, page by page; to admins, in private, with how each of them is. A page is what it is at the moment of the tap.</summary>
internal sealed class SourcesCommand(CurrentIndex index, Roles roles) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Sources];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) =>
        Effects.Send(command.Origin.Reply([await PageAsync(command.Origin, 1, cancellationToken)]));

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var reply = new Instant.ButtonReply(press.CallbackId);
        return int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Effects.Reply(reply, [press.Origin.Edit(await PageAsync(press.Origin, number, cancellationToken))])
            : Effects.Reply(reply, []);
    }

    private async Task<RenderedMessage> PageAsync(Origin origin, int number, CancellationToken cancellationToken)
    {
        var current = index.Value;
        return !origin.IsGroup && await roles.OfAsync(origin, cancellationToken) == Role.Admin
            ? SourceAdminPage.Render(current.Corpus, number, name => DocumentChunks.OfOrNull(current, name)?.Count ?? 0, origin.Language)
            : SourcesPage.Render(current.Corpus.Documents, number, origin.Language, origin.Bot);
    }
}
