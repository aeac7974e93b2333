using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;

namespace CstoBot.Telegram.Handling;

/// <summary>Removes what is stored of the person who asks for it, after a second tap.</summary>
internal sealed class ForgetCommand(IPersonalRows rows, CaseCards cards, TimeProvider time) : IButtonCommand
{
    private const string Confirmed = "yes";
    private const string Declined = "no";

    public IReadOnlyList<string> Names { get; } = [CommandText.Forget];

    public async Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var origin = command.Origin;
        if (origin.IsGroup)
        {
            return PrivateOnly.Lead(origin, CommandText.Forget);
        }

        var texts = CommandTexts.For(origin.Language);
        var stored = await rows.CountAsync(origin.Conversation.User, cancellationToken);
        return Effects.Send(origin.Reply(stored == default && origin.Settings == ChatSettings.Default
            ? RenderedMessage.From([Block.Paragraph(texts.NothingStored)])
            : RenderedMessage.From(
                [Block.Paragraph(texts.ForgetQuestion(stored.Questions, stored.Votes, stored.Messages))],
                new Keyboard([[Choice(texts.ForgetButton, Confirmed), Choice(texts.KeepButton, Declined)]]))));
    }

    /// <summary>Only in a private chat, where nobody taps for somebody else; whose button it is, the chat says.</summary>
    public async Task<Effects> PressAsync(Incoming.ButtonPress press, string argument, CancellationToken cancellationToken)
    {
        var (origin, texts) = (press.Origin, CommandTexts.For(press.Origin.Language));
        var reply = new Instant.ButtonReply(press.CallbackId);
        if (origin.IsGroup || argument is not (Confirmed or Declined))
        {
            return Effects.Reply(reply, []);
        }

        if (argument == Declined)
        {
            return Effects.Reply(reply, [origin.Edit(texts.NothingForgotten)]);
        }

        var stored = await rows.CountAsync(origin.Conversation.User, cancellationToken);
        return Effects.Reply(
            reply,
            [origin.Edit(texts.Forgotten(stored.Questions, stored.Votes, stored.Messages)), .. await cards.BlankAsync(origin.Conversation.User, cancellationToken)],
            new Change.Forgotten(origin.Conversation.User, time.GetUtcNow()));
    }

    private static Button Choice(string label, string argument) => new(label, new CommandButton(CommandText.Forget, argument).ToString());
}
