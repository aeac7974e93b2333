using CstoBot.Ingestion.Formats;

namespace CstoBot.Ingestion;

/// <summary>
/// Divides a document into its dated, titled or asked-and-answered parts. A date line opens a section and dates only
/// that one; a heading opens an undated one; in an interview each question opens one, spoken by the person of the heading.
/// </summary>
internal static class Sectioner
{
    // Short lines without full stops, one after another, are a list, not headings.
    private const int MaxHeadingsInARow = 3;

    // What stands above the text is indexed with each of its chunks, so a page of nothing but questions must not be one.
    private const int MaxTurn = 2_000;

    // Marked headings stand one below another down to the sixth level; more in a row are a list in heading's clothes.
    private const int MaxMarkedHeadingsInARow = 6;

    /// <param name="marked">The lines that the format marks as headings; null where it marks none and lines that look like headings are.</param>
    public static IReadOnlyList<Section> Split(string text, int contentStart, IReadOnlyList<HeadingLine>? marked = null)
    {
        var paragraphs = ParagraphSplitter.Split(text).Where(paragraph => paragraph.End > contentStart)
            .Select(paragraph => TextSpan.FromBounds(Math.Max(paragraph.Start, contentStart), paragraph.End).Trim(text))
            .Where(paragraph => paragraph.Length > 0)
            .ToList();
        var kinds = paragraphs.ConvertAll(paragraph => ParagraphClassifier.Classify(text, paragraph));
        if (marked is not null)
        {
            TakeMarked(kinds, paragraphs, marked);
        }

        KeepOnlyTrueHeadings(kinds, marked is null ? MaxHeadingsInARow : MaxMarkedHeadingsInARow);

        var sections = new OpenSections(text);
        for (var index = 0; index < paragraphs.Count; index++)
        {
            sections.Add(paragraphs[index], kinds[index]);
        }

        return sections.Close();
    }

    /// <summary>Where headings are marked nothing else is one, and what is marked is one unless it is a date.</summary>
    private static void TakeMarked(List<ParagraphKind> kinds, List<TextSpan> paragraphs, IReadOnlyList<HeadingLine> marked)
    {
        var starts = marked.Select(heading => heading.Span.Start).ToHashSet();
        for (var index = 0; index < kinds.Count; index++)
        {
            var isMarked = starts.Contains(paragraphs[index].Start);
            kinds[index] = kinds[index] switch
            {
                ParagraphKind.Heading when !isMarked => ParagraphKind.Body,
                ParagraphKind.Body or ParagraphKind.Question when isMarked => ParagraphKind.Heading,
                var kind => kind,
            };
        }
    }

    /// <summary>A heading names the body below it; short lines with none below, or many in a row, are body themselves.</summary>
    private static void KeepOnlyTrueHeadings(List<ParagraphKind> kinds, int maxInARow)
    {
        for (var index = 0; index < kinds.Count; index++)
        {
            var end = index;
            while (end < kinds.Count && kinds[end] == ParagraphKind.Heading)
            {
                end++;
            }

            var headsSomething = end < kinds.Count && kinds[end] is ParagraphKind.Body or ParagraphKind.Question or ParagraphKind.DateLine;
            if (!headsSomething || end - index > maxInARow)
            {
                for (var heading = index; heading < end; heading++)
                {
                    kinds[heading] = ParagraphKind.Body;
                }
            }

            index = Math.Max(index, end - 1);
        }
    }

    /// <summary>The section being gathered, and those already closed.</summary>
    private sealed class OpenSections(string text)
    {
        private readonly List<Section> closed = [];
        private readonly List<TextSpan> body = [];
        private readonly List<TextSpan> headingLines = [];
        private string? heading;
        private string? subtitle;
        private string? speaker;
        private DateOnly? published;
        private TextSpan? question;

        public void Add(TextSpan paragraph, ParagraphKind kind)
        {
            switch (kind)
            {
                case ParagraphKind.DateLine:
                    OpenDate(StatedDate.LineOrNull(paragraph.In(text)));
                    break;
                case ParagraphKind.Heading:
                    OpenHeading(Whitespace.Collapse(paragraph.In(text)).TrimStart('#', ' '));
                    headingLines.Add(paragraph);
                    break;
                case ParagraphKind.Question when IsAsked(paragraph):
                    OpenQuestion(Interview.WithoutTurnMark(text, paragraph));
                    break;
                case ParagraphKind.Question:
                case ParagraphKind.Body:
                    body.Add(question is null ? paragraph : Interview.WithoutTurnMark(text, paragraph));
                    break;
                case ParagraphKind.Navigation:
                default:
                    break;
            }
        }

        public IReadOnlyList<Section> Close()
        {
            CloseSection();
            return closed;
        }

        /// <summary>
        /// A report may end a paragraph with a question ("The talks failed. What now?"); it is a turn where someone is
        /// interviewed, where a mark opens it, and where nothing but questions stands in it.
        /// </summary>
        private bool IsAsked(TextSpan paragraph) =>
            speaker is not null
            || Interview.WithoutTurnMark(text, paragraph) != paragraph
            || SentenceSplitter.Split(text, paragraph).All(sentence => text[sentence.End - 1] == '?');

        private bool IsAboveText => body.Count == 0 && question is null;

        /// <summary>A date line between a heading and its text dates that text; elsewhere it opens a section without a heading.</summary>
        private void OpenDate(DateOnly? date)
        {
            if (!IsAboveText)
            {
                CloseSection();
                (heading, subtitle, speaker, question) = (null, null, null, null);
            }

            published = date;
        }

        private void OpenHeading(string line)
        {
            var continues = IsAboveText;
            CloseSection();
            if (!continues)
            {
                (heading, subtitle, speaker, question, published) = (line, null, Interview.SpeakerOrNull(line), null, null);
                return;
            }

            // A second heading above the same text is its subtitle; a date line above it dates this text.
            subtitle = heading is null ? null : subtitle is null ? line : $"{subtitle} {line}";
            heading ??= line;
            speaker ??= Interview.SpeakerOrNull(line);
        }

        private void OpenQuestion(TextSpan asked)
        {
            if (question is { } pending && body.Count == 0 && asked.End - pending.Start <= MaxTurn)
            {
                // Two questions in a row are one turn.
                question = TextSpan.FromBounds(pending.Start, asked.End);
                return;
            }

            CloseSection();
            question = asked;
        }

        private void CloseSection()
        {
            if (body.Count == 0 && question is { } unanswered)
            {
                body.Add(unanswered);
                question = null;
            }

            if (body.Count > 0)
            {
                closed.Add(new Section(heading, subtitle, published, speaker, question, [.. body]) { HeadingLines = [.. headingLines] });
                body.Clear();
                headingLines.Clear();
            }
        }
    }
}
