using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Staff;

internal static class Refusals
{
    public static Effects OfCommand(Incoming.Command command, string text, TimeProvider time)
    {
        _ = time;
        return Effects.Send(command.Origin.Reply(text));
    }

    public static Effects OfReply(Origin origin, string text, TimeProvider time)
    {
        _ = time;
        return Effects.Send(origin.Reply(text));
    }

    public static Effects OfPress(Incoming.ButtonPress press, string text, TimeProvider time)
    {
        _ = time;
        return ButtonReplies.Alert(press, text);
    }
}
