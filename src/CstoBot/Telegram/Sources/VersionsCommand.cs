using System.Globalization;
using CstoBot.Ingestion.Reloading;
using CstoBot.Ingestion.Versions;
using CstoBot.Retrieval;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary><c>/versions</c> lists the kept versions of the corpus; <c>/rollback N</c> goes back to one of them, when that is confirmed.</summary>
internal sealed class VersionsCommand(IDocumentArchive archive, SourceRuns runs, CurrentIndex index) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Versions, CommandText.Rollback];

    public Role Needs => Role.Admin;

    private int Current => index.Value.Corpus.Number;

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        if (origin.IsGroup)
        {
            return PrivateOnly.Lead(origin, CommandText.Versions);
        }

        if (command.Name == CommandText.Versions)
        {
            var versions = await archive.VersionsAsync(cancellationToken);
            return Effects.Send(origin.Reply([VersionsRenderer.List(versions, Current, origin.Conversation.User, origin.Language)]));
        }

        if (ButtonNumber.SmallOrNull(command.Argument) is not { } number)
        {
            return Effects.Send(origin.Reply(RunTexts.For(origin.Language).HowToRollBack));
        }

        var (version, fault) = await FindAsync(origin, number, cancellationToken);
        return version is null ? Effects.Send(origin.Reply(fault)) : Effects.Send(origin.Reply([Question(origin, version)]));
    }

    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (origin, texts) = (press.Origin, RunTexts.For(press.Origin.Language));
        switch (argument.Split(' '))
        {
            case var _ when origin.IsGroup:
                return Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
            case ["ask", var asked] when ButtonNumber.SmallOrNull(asked) is { } number:
                var (version, fault) = await FindAsync(origin, number, cancellationToken);
                return version is null ? ButtonReplies.Alert(press, fault) : Effects.Reply(new Instant.ButtonReply(press.CallbackId), origin.Reply([Question(origin, version)]));
            case ["go", var meant, var from] when ButtonNumber.SmallOrNull(meant) is { } number && ButtonNumber.SmallOrNull(from) is { } current:
                var (chosen, reason) = await FindAsync(origin, number, cancellationToken);
                return chosen is null ? ButtonReplies.Alert(press, reason)
                    : current != Current ? ButtonReplies.Alert(press, texts.VersionChanged)
                    : runs.Begin(
                        press,
                        new CorpusChange.RollBack(number),
                        number.ToString(CultureInfo.InvariantCulture),
                        Block.Paragraph(texts.NothingByItself));
            case ["leave"]:
                return Effects.Reply(new Instant.ButtonReply(press.CallbackId), [origin.Edit(texts.LeftAsIs)]);
            default:
                return Effects.Reply(new Instant.ButtonReply(press.CallbackId), []);
        }
    }

    /// <summary>The version, or why it cannot be gone back to.</summary>
    private async Task<(CorpusVersion? Version, string Fault)> FindAsync(Origin origin, int number, CancellationToken cancellationToken)
    {
        var texts = RunTexts.For(origin.Language);
        var found = (await archive.VersionsAsync(cancellationToken)).FirstOrDefault(version => version.Number == number);
        return found is null ? (null, texts.NoSuchVersion)
            : number == Current ? (null, texts.IsInUse)
            : (found, "");
    }

    private RenderedMessage Question(Origin origin, CorpusVersion version) => VersionsRenderer.Question(version, Current, origin.Conversation.User, origin.Language);
}
