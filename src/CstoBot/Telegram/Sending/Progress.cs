namespace CstoBot.Telegram.Sending;

/// <summary>How far the delivery of an outbox entry has come.</summary>
/// <param name="Outgoing">As it is to be tried next.</param>
/// <param name="After">The newest messages known before the first call; null before that call.</param>
/// <param name="InDoubt">A call may have been carried out although no acknowledgement came.</param>
/// <param name="Refusals">How often Telegram has refused it, for no reason known here.</param>
internal sealed record Progress(Outgoing Outgoing, LastKnown? After, bool InDoubt, int Refusals = 0)
{
    private const int MaxRefusals = 3;

    /// <summary>Numbers found not to be those of the message in doubt; a search that was broken off goes on from there.</summary>
    public HashSet<int> Excluded { get; } = [];

    public bool IsPlain => Outgoing is Outgoing.Message { AsPlainText: true } or Outgoing.Edit { AsPlainText: true } or Outgoing.File { AsPlainText: true };

    public Progress Plain() => this with
    {
        Outgoing = Outgoing switch
        {
            Outgoing.Message message => message with { AsPlainText = true },
            Outgoing.Edit edit => edit with { AsPlainText = true },
            Outgoing.File file => file with { AsPlainText = true },
            _ => Outgoing,
        },
    };

    /// <summary>The same once more, then without what may be the cause; null when that was refused too.</summary>
    public Progress? AfterRefusal() => (this with { Refusals = Refusals + 1 }) switch
    {
        { Refusals: >= MaxRefusals } => null,
        { Refusals: MaxRefusals - 1 } last => last.Plain().AsDocument(),
        var next => next,
    };

    /// <summary>In the other chat the message replied to has another number.</summary>
    public Progress MovedTo(long chatId)
    {
        var place = Outgoing.Place with { ChatId = chatId };
        return this with
        {
            Outgoing = Outgoing switch
            {
                Outgoing.Message message => message with { Place = place, ReplyTo = null },
                Outgoing.File file => file with { Place = place, ReplyTo = null },
                _ => Outgoing with { Place = place },
            },
        };
    }

    public Progress AsNewMessage() => Outgoing is Outgoing.Edit edit
        ? this with { Outgoing = new Outgoing.Message(edit.Place, edit.Content, ReplyTo: null, edit.Part, edit.AsPlainText) { After = edit.After, OfCase = edit.OfCase, OfNotice = edit.OfNotice } }
        : this;

    // Telegram takes any file as a document, but as a photo only what it can read and what has no odd shape.
    private Progress AsDocument() => Outgoing is Outgoing.File file ? this with { Outgoing = file with { Kind = FileKind.Document } } : this;
}
