using System.Text.RegularExpressions;

namespace CstoBot.Ingestion;

/// <summary>What part a paragraph plays in its document.</summary>
internal enum ParagraphKind
{
    Body,

    /// <summary>A line that is nothing but a date: what follows is of that day.</summary>
    DateLine,

    /// <summary>A short line without a full stop above the text it names.</summary>
    Heading,

    /// <summary>What an interviewer asks.</summary>
    Question,

    /// <summary>A site's own buttons and links; no content.</summary>
    Navigation,
}

/// <summary>Tells the kind of a paragraph from its own text; whether a heading heads anything is for the <see cref="Sectioner"/>.</summary>
internal static partial class ParagraphClassifier
{
    private const int MaxHeading = 200;
    private const int MaxQuestion = 1_000;

    public static ParagraphKind Classify(string text, TextSpan paragraph)
    {
        var characters = paragraph.In(text);
        if (StatedDate.LineOrNull(characters) is not null)
        {
            return ParagraphKind.DateLine;
        }

        if (characters.Length <= 40 && Navigation().IsMatch(characters))
        {
            return ParagraphKind.Navigation;
        }

        if (characters[^1] == '?' && characters.Length <= MaxQuestion && !IsQuoted(characters))
        {
            return ParagraphKind.Question;
        }

        return IsHeading(characters) ? ParagraphKind.Heading : ParagraphKind.Body;
    }

    private static bool IsQuoted(ReadOnlySpan<char> paragraph) => SentenceMarks.IsOpening(paragraph[0]);

    private static bool IsHeading(ReadOnlySpan<char> paragraph) =>
        paragraph.Length is > 2 and <= MaxHeading
        && (char.IsUpper(paragraph[0]) || paragraph[0] == '#' || char.IsDigit(paragraph[0]))
        && (char.IsLetterOrDigit(paragraph[^1]) || SentenceMarks.IsClosing(paragraph[^1]) && !SentenceMarks.IsTerminal(paragraph[^2]))
        && !paragraph.Contains('\n');

    [GeneratedRegex(
        @"^(?:go back|back|back to .+|read (?:more|also|the full .+)|see also|more news|all news|share|share (?:on|this) .+|print|home|next|previous|subscribe|contacts|menu|search|назад|вернуться.*|к списку.*|все новости|поделиться.*|подробнее|читать (?:далее|также).*|печать|главная|версия для печати|подписаться|контакты|меню|поиск)\W*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Navigation();
}
