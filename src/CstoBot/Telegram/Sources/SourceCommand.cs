using System.Globalization;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Indexing;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;

namespace CstoBot.Telegram.Sources;

/// <summary>
/// <c>/source N</c> shows an admin all that is known of a document, <c>/source N title …</c> corrects it, <c>/remove N</c> leaves it out
/// when that is confirmed. Numbers are those of the list as it is now; a button knows the list it was made for.
/// </summary>
internal sealed class SourceCommand(SourceRuns runs, CurrentIndex index, TimeProvider time) : IButtonCommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Source, CommandText.Remove];

    public Role Needs => Role.Admin;

    public Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var (origin, texts, corpus) = (command.Origin, SourceTexts.For(command.Origin.Language), index.Value.Corpus);
        var words = command.Argument.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var isRemoval = command.Name == CommandText.Remove;
        return Task.FromResult(
            origin.IsGroup ? PrivateOnly.Lead(origin, CommandText.Sources)
            : words.Length == 0 || (isRemoval && words.Length > 1) || ButtonNumber.SmallOrNull(words[0]) is not { } number
                ? Effects.Send(origin.Reply(isRemoval ? texts.HowToRemove : texts.HowToShow))
            : number < 1 || number > corpus.Documents.Count ? Effects.Send(origin.Reply(texts.NoSuchNumber))
            : isRemoval ? Effects.Send(origin.Reply([SourceRenderer.RemoveQuestion(corpus, number, origin.Language)]))
            : words.Length == 1 ? Effects.Send(origin.Reply([SourceRenderer.Details(corpus, number, ChunksOf(corpus.Documents[number - 1].Name), origin.Language)]))
            : Correct(origin, corpus, corpus.Documents[number - 1], words[1].ToLowerInvariant(), words.ElementAtOrDefault(2) ?? "", texts));
    }

    public Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (origin, corpus) = (press.Origin, index.Value.Corpus);
        return Task.FromResult(argument.Split(' ') switch
        {
            _ when origin.IsGroup => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
            ["ask" or "go", var number, var edition] when ButtonNumber.SmallOrNull(number) is not { } place || place < 1 || place > corpus.Documents.Count || edition != ListEdition.Of(corpus) =>
                ButtonReplies.Alert(press, RunTexts.For(origin.Language).ListChanged),
            ["ask", var number, _] => Effects.Reply(
                new Instant.ButtonReply(press.CallbackId), origin.Reply([SourceRenderer.RemoveQuestion(corpus, Place(number), origin.Language)])),
            ["go", var number, _] => Remove(press, corpus.Documents[Place(number) - 1]),
            ["keep"] => Effects.Reply(new Instant.ButtonReply(press.CallbackId), [origin.Edit(SourceTexts.For(origin.Language).NothingRemoved)]),
            _ => Effects.Reply(new Instant.ButtonReply(press.CallbackId), []),
        });
    }

    private Effects Remove(Incoming.ButtonPress press, SourceDocument document) => runs.Begin(press, new CorpusChange.Remove(document.Name), document.Name);

    private Effects Correct(Origin origin, Corpus corpus, SourceDocument document, string field, string value, SourceTexts texts)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var correction = SourceCorrection.Read(field, value, corpus.States.GetValueOrDefault(document.Name)?.Correction, today, texts);
        return correction.Metadata is { } metadata
            ? runs.Begin(origin, new CorpusChange.Correct(document.Name, metadata), $"{document.Name}: {field}")
            : Effects.Send(origin.Reply(correction.Fault));
    }

    private int ChunksOf(string name) => DocumentChunks.OfOrNull(index.Value, name)?.Count ?? 0;

    private static int Place(string number) => int.Parse(number, NumberStyles.None, CultureInfo.InvariantCulture);
}
