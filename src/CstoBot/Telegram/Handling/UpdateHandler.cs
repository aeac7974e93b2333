using CstoBot.Conversations;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>What the bot does about an update: every kind is one line.</summary>
internal sealed class UpdateHandler(QuestionHandler questions, CommandHandler commands, ButtonHandler buttons, TypingIndicator typing)
{
    private volatile string? lastAlbum;

    public Task<Effects> HandleAsync(Incoming incoming, CancellationToken cancellationToken) => incoming switch
    {
        Incoming.Question question => typing.DuringAsync(question.Origin.Place(), () => questions.HandleAsync(question, cancellationToken), cancellationToken),
        Incoming.Command command => commands.HandleAsync(command, cancellationToken),
        Incoming.ButtonPress press => buttons.HandleAsync(press, cancellationToken),
        Incoming.Empty empty => Task.FromResult(Effects.Send(empty.Origin.Reply(TextsFor(empty.Origin).AskSomething))),
        Incoming.Textless textless => Task.FromResult(OnlyText(textless)),
        _ => Task.FromResult(Effects.None),
    };

    /// <summary>What to say when an update cannot be dealt with after all; empty when nobody waits for a word.</summary>
    public static IReadOnlyList<Outgoing> Apology(Incoming incoming) => incoming switch
    {
        Incoming.Question question => question.Origin.Reply(BotTexts.For(LanguageDetector.Of(question.Text, question.Origin.LanguageCode)).SomethingFailed),
        Incoming.Command command => command.Origin.Reply(TextsFor(command.Origin).SomethingFailed),
        _ => [],
    };

    /// <summary>One note for an album, which comes as several messages.</summary>
    private Effects OnlyText(Incoming.Textless textless)
    {
        if (textless.AlbumId is not null && textless.AlbumId == lastAlbum)
        {
            return Effects.None;
        }

        lastAlbum = textless.AlbumId;
        return Effects.Send(textless.Origin.Reply(TextsFor(textless.Origin).OnlyTextIsRead));
    }

    private static BotTexts TextsFor(Origin origin) => BotTexts.For(LanguageDetector.OfInterface(origin.LanguageCode));
}
