namespace CstoBot.Ingestion;

/// <summary>Packs the sentences of each section into chunks of about one screen; never across a section's border. Pure.</summary>
internal static class Chunker
{
    /// <summary>
    /// In UTF-16 code units. Long enough for a whole interview turn or abstract, so that its words count as one context;
    /// a sentence is at most <see cref="SentenceSplitter.MaxLength"/>, so a chunk never exceeds the sum of both.
    /// </summary>
    public const int TargetLength = 2_000;

    public static IReadOnlyList<Chunk> Split(SourceDocument document) =>
        document.Sections.SelectMany(section => Split(document, section)).ToList();

    private static IEnumerable<Chunk> Split(SourceDocument document, Section section)
    {
        var gathered = new List<Sentence>();
        foreach (var sentence in Sentences(document.Text, section))
        {
            if (gathered.Count > 0 && sentence.Span.End - gathered[0].Span.Start > TargetLength)
            {
                yield return new Chunk(document, section, [.. gathered]);
                gathered.Clear();
            }

            gathered.Add(sentence);
        }

        if (gathered.Count > 0)
        {
            yield return new Chunk(document, section, [.. gathered]);
        }
    }

    private static IEnumerable<Sentence> Sentences(string text, Section section)
    {
        var asked = section.Question is { } question
            ? SentenceSplitter.Split(text, question).Select(span => new Sentence(span, SentenceRole.InterviewerQuestion))
            : [];
        return section.HeadingLines.Select(line => new Sentence(line, SentenceRole.Heading)).Concat(asked).Concat(section.Paragraphs
            .SelectMany(paragraph => SentenceSplitter.Split(text, paragraph))
            .Select(span => new Sentence(span, SentenceRole.Statement)));
    }
}
