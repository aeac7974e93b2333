using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;

namespace CstoBot.Telegram.Handling;

/// <summary>What the bot does about an update: every kind is one line.</summary>
internal sealed class UpdateHandler(
    QuestionHandler questions, CommandHandler commands, ButtonHandler buttons, InlineHandler inline, CardReplies cardReplies, SentFiles files, IChatSettings settings)
{
    private readonly AlbumNotes albums = new();

    public async Task<Effects> HandleAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        var known = await WithSettingsAsync(incoming, cancellationToken);
        return known is Incoming.InChat { Reply: not null } reply && await cardReplies.HandleOrNullAsync(reply, cancellationToken) is { } effects
            ? effects
            : await DispatchAsync(known, cancellationToken);
    }

    private async Task<Effects> DispatchAsync(Incoming incoming, CancellationToken cancellationToken) =>
        incoming switch
        {
            Incoming.Question question => await questions.HandleAsync(question, cancellationToken),
            Incoming.Command command => await commands.HandleAsync(command, cancellationToken),
            Incoming.ButtonPress press when CommandButton.ParseOrNull(press.Data) is { } button => await commands.PressAsync(press, button, cancellationToken),
            Incoming.ButtonPress press => await buttons.HandleAsync(press, cancellationToken),
            Incoming.InlineQuery query => await inline.HandleAsync(query, cancellationToken),
            Incoming.Document document =>
                await files.TakeOrNullAsync(document, cancellationToken) ?? await DispatchAsync(await WithSettingsAsync(document.Otherwise, cancellationToken), cancellationToken),
            Incoming.Empty empty => Effects.Send(empty.Origin.Reply(BotTexts.For(empty.Origin.Language).AskSomething)),
            Incoming.TooLong text => Effects.Send(text.Origin.Reply(CommandTexts.For(text.Origin.Language).TooLong)),
            Incoming.Textless textless when albums.IsFirst(textless.AlbumId) => Effects.Send(textless.Origin.Reply(BotTexts.For(textless.Origin.Language).OnlyTextIsRead)),
            Incoming.AddedToGroup added => Effects.Send(Greeting(added.Origin)),
            Incoming.GroupMoved moved => Effects.Send([], new Change.ChatMoved(moved.From, moved.To)),
            _ => Effects.None,
        };

    /// <summary>What to say when an update cannot be dealt with after all; nothing when nobody waits for a word.</summary>
    public async Task<Effects> ApologizeAsync(Incoming incoming, CancellationToken cancellationToken) => await WithSettingsAsync(incoming, cancellationToken) switch
    {
        Incoming.Question question => Effects.Send(question.Origin.Reply(BotTexts.For(question.Origin.LanguageOf(question.Text)).SomethingFailed)),
        Incoming.Command command => Effects.Send(command.Origin.Reply(BotTexts.For(command.Origin.Language).SomethingFailed)),
        Incoming.Document document => Effects.Send(document.Origin.Reply(BotTexts.For(document.Origin.Language).SomethingFailed)),
        Incoming.ButtonPress press => ButtonReplies.Alert(press, BotTexts.For(press.Origin.Language).SomethingFailed),
        _ => Effects.None,
    };

    private async Task<Incoming> WithSettingsAsync(Incoming incoming, CancellationToken cancellationToken) =>
        incoming is Incoming.InChat { Origin: var origin } inChat
            ? inChat with { Origin = origin with { Settings = await settings.FindAsync(origin.Conversation.Chat, cancellationToken) } }
            : incoming;

    private static IReadOnlyList<Outgoing> Greeting(Origin origin) =>
        [.. RenderedMessage.From([Block.Paragraph(CommandTexts.For(origin.Language).GreetGroup(origin.Bot.Username))]).Select(message => origin.Message(message))];
}
