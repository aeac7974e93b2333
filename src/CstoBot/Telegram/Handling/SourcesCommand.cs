using System.Globalization;
using CstoBot.Retrieval;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Lists the documents, page by page. A page is what it is at the moment of the tap.</summary>
internal sealed class SourcesCommand(CurrentIndex index) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Sources];

    public Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken) =>
        Task.FromResult(Effects.Send(command.Origin.Reply([Page(command.Origin, 1)])));

    public Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var reply = new Instant.ButtonReply(press.CallbackId);
        return Task.FromResult(int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Effects.Reply(reply, [press.Origin.Edit(Page(press.Origin, number))])
            : Effects.Reply(reply, []));
    }

    private RenderedMessage Page(Origin origin, int number) => SourcesPage.Render(index.Value.Corpus.Documents, number, origin.Language, origin.Bot);
}
