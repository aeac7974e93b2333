using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Handling;

/// <summary>Answers commands. A language is chosen by the user's interface, for a command shows none.</summary>
internal sealed class CommandHandler(CurrentIndex index, ReloadCommand reload)
{
    public async Task<Effects> HandleAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var language = LanguageDetector.OfInterface(command.Origin.LanguageCode);
        var texts = BotTexts.For(language);
        return Effects.Send(command.Name switch
        {
            CommandText.Start => command.Origin.Reply(texts.Start),
            CommandText.Help => command.Origin.Reply(reload.IsFor(command.Origin.Conversation.User) ? $"{texts.Help}\n{texts.HelpForAdmins}" : texts.Help),
            CommandText.Sources => command.Origin.Reply(RenderedMessage.From(Sources(language))),
            CommandText.Reload => command.Origin.Reply(await reload.RunAsync(command.Origin.Conversation.User, language, cancellationToken)),
            _ => command.Origin.Reply(texts.UnknownCommand),
        });
    }

    private List<Block> Sources(Language language)
    {
        var texts = BotTexts.For(language);
        var documents = index.Value.Corpus.Documents;
        return documents.Count == 0
            ? [Block.Paragraph(texts.NoSources)]
            : [Block.Paragraph(new Span(texts.SourcesHeading, TextStyle.Bold)), .. documents.Select(document => SourceList.Of(document, language))];
    }
}
