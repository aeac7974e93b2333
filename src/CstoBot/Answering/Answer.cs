using System.Text.Json.Serialization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Verification;

namespace CstoBot.Answering;

/// <summary>A verified answer.</summary>
/// <param name="Lead">A fixed phrase before the statements that carries no fact ("The sources differ:"); null when none is needed.</param>
/// <param name="Confidence">0 to 1: how likely the answer is right.</param>
/// <param name="Composer">Which composer wrote it: <c>quotes</c> or <c>model</c>.</param>
internal sealed record Answer(
    Language Language,
    string? Lead,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<Citation> Citations,
    double Confidence,
    string Composer,
    string CorpusVersion)
{
    /// <summary>The language model and its prompt, as they were; null when none took part.</summary>
    public string? Model { get; init; }

    /// <summary>When a moderator approved or wrote it; null when none has looked at it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? Checked { get; init; }

    /// <summary>Why somebody might look at it before it is believed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public AnswerDoubts Doubts { get; init; }

    /// <summary>The lead and the statements, a line each, every statement ending with its markers, a note led by what it is.</summary>
    public string Text => string.Join('\n', (Lead is null ? [] : new[] { Lead }).Concat(Statements.Select(Line)));

    private string Line(Statement statement) => statement.IsNote ? PhraseBook.For(Language).Note(statement.Text) : statement.Marked;
}

/// <summary>One sentence of an answer.</summary>
/// <param name="Text">Without markers; quotations in quotation marks.</param>
/// <param name="Citations">Numbers of the citations that support it, ascending; empty of a moderator's note alone.</param>
internal sealed record Statement(string Text, IReadOnlyList<int> Citations)
{
    /// <summary>A moderator's own words, which no document has to bear out; always shown as such.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsNote { get; init; }

    /// <summary>The text followed by its markers: <c>… [1][2]</c>.</summary>
    public string Marked => Citations.Count == 0 ? Text : $"{Text} {string.Concat(Citations.Select(number => $"[{number}]"))}";
}

/// <summary>What makes an answer that is verified less certain than others. The names are stored.</summary>
[Flags]
internal enum AnswerDoubts
{
    None = 0,

    /// <summary>Documents of different dates are set against each other, or one denies what the question takes for granted.</summary>
    SourcesDiffer = 1,

    /// <summary>Something that was composed did not hold and was left out.</summary>
    StatementDropped = 2,
}
