namespace CstoBot.Ingestion;

/// <summary>Who says a sentence.</summary>
internal enum SentenceRole
{
    /// <summary>The document, or the person who is interviewed.</summary>
    Statement,

    /// <summary>The interviewer: a premise, never a statement of the person asked.</summary>
    InterviewerQuestion,

    /// <summary>The heading: what the publisher says of the text below it.</summary>
    Heading,
}

/// <summary>A sentence of a chunk.</summary>
/// <param name="Span">Into the document's text.</param>
internal sealed record Sentence(TextSpan Span, SentenceRole Role);
