using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Staff;

/// <summary>Somebody wants what their role does not allow: they are told, nothing changes, and it is audited.</summary>
internal static class Refusals
{
    private const int MaxTarget = 64;

    public static Effects OfCommand(Incoming.Command command, Role needed, TimeProvider time) =>
        Effects.Send(command.Origin.Reply(Only(needed, command.Origin)), Refused(command.Origin, $"/{command.Name}", time));

    public static Effects OfReply(Origin origin, Role needed, TimeProvider time) =>
        Effects.Send(origin.Reply(Only(needed, origin)), Refused(origin, "reply to a card", time));

    public static Effects OfPress(Incoming.ButtonPress press, Role needed, TimeProvider time) => OfPress(press, Only(needed, press.Origin), time);

    /// <summary>The data may be forged: on one line it cannot pass for another entry.</summary>
    public static Effects OfPress(Incoming.ButtonPress press, string text, TimeProvider time)
    {
        var alert = ButtonReplies.Alert(press, text);
        return alert with { Changes = [Refused(press.Origin, PlainText.Shorten(PlainText.OneLine(press.Data ?? ""), MaxTarget), time)] };
    }

    private static string Only(Role needed, Origin origin) => StaffTexts.For(origin.Language).Only(needed);

    private static Change.Audited Refused(Origin origin, string target, TimeProvider time) =>
        new(new AuditEntry(time.GetUtcNow(), origin.Conversation.User, AuditActions.Refused, target));
}
