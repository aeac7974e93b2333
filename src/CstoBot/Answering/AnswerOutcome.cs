using CstoBot.Conversations;

namespace CstoBot.Answering;

/// <summary>What the bot decided to do with a question. Exactly one of the nested cases.</summary>
internal abstract record AnswerOutcome(Language Language)
{
    /// <summary>What the user reads, without the list of sources.</summary>
    public abstract string Text { get; }

    /// <summary>Every statement is supported by citations that were verified; the text may be sent.</summary>
    public sealed record Answered(Answer Answer) : AnswerOutcome(Answer.Language)
    {
        public override string Text => Answer.Text;
    }

    /// <summary>An answer is there, and a moderator is to look at it first.</summary>
    /// <param name="Text">What the user is told meanwhile.</param>
    public sealed record Held(Language Language, string Text) : AnswerOutcome(Language)
    {
        public override string Text { get; } = Text;
    }

    /// <summary>The documents do not answer. A normal result, not an error.</summary>
    /// <param name="Nearest">The documents closest to the question, best first; empty when nothing was close.</param>
    public sealed record Abstained(Language Language, AbstentionReason Reason, string Text, IReadOnlyList<NearDocument> Nearest)
        : AnswerOutcome(Language)
    {
        public override string Text { get; } = Text;
    }

    /// <summary>A greeting, thanks, a farewell, or a question about the bot itself.</summary>
    public sealed record SmallTalk(Language Language, string Text) : AnswerOutcome(Language)
    {
        public override string Text { get; } = Text;
    }

    /// <summary>Not a question about the organization, or one that must not be answered.</summary>
    public sealed record Refused(Language Language, string Text) : AnswerOutcome(Language)
    {
        public override string Text { get; } = Text;
    }
}

/// <summary>Why the bot did not answer; logged with each abstention.</summary>
internal enum AbstentionReason
{
    /// <summary>No passage shares enough with the question.</summary>
    NoRelevantPassage,

    /// <summary>Passages were found, but no sentence of theirs answers what is asked.</summary>
    NotAnswered,

    /// <summary>A name or a number of the question stands nowhere in the evidence.</summary>
    UnknownName,

    /// <summary>A composed statement was not supported by its citations.</summary>
    UnsupportedStatement,
}

/// <summary>A document offered when the question was not answered.</summary>
/// <param name="Title">What to call it to a person: its title, or else its publisher or file name.</param>
internal sealed record NearDocument(string Source, string Title, string? Publisher, DateOnly? Published, Uri? Url);
