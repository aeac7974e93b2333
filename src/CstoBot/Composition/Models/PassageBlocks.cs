using System.Globalization;
using System.Text;
using CstoBot.Verification.Statements;

namespace CstoBot.Composition.Models;

/// <summary>Writes passages as the prompt gives them: each between delimiters that its text cannot forge, below a few lines that say what it is.</summary>
internal static class PassageBlocks
{
    private const int MaxHeader = 200;
    private const int MaxText = 4_000;

    public static string Of(IReadOnlyList<NumberedPassage> passages)
    {
        var blocks = new StringBuilder();
        foreach (var passage in passages)
        {
            Write(blocks, passage);
        }

        return blocks.ToString();
    }

    private static void Write(StringBuilder blocks, NumberedPassage passage)
    {
        var (document, section) = (passage.Document, passage.Section);
        blocks.Append(CultureInfo.InvariantCulture, $"<<<PASSAGE {passage.Number}>>>\n");
        WriteHeader(blocks, "title", document.Metadata.Title);
        WriteHeader(blocks, "publisher", document.Metadata.Publisher);
        WriteHeader(blocks, "date", document.DateOf(section)?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture));
        WriteHeader(blocks, "section", section.Heading == document.Metadata.Title ? null : section.Heading);
        WriteHeader(blocks, "speaker", section.Speaker);
        blocks.Append("text:\n").Append(PromptData.Of(passage.Chunk.Chunk.Text, MaxText)).Append('\n');
        blocks.Append(CultureInfo.InvariantCulture, $"<<<END {passage.Number}>>>\n");
    }

    private static void WriteHeader(StringBuilder blocks, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            blocks.Append(name).Append(": ").Append(PromptData.Line(value, MaxHeader)).Append('\n');
        }
    }
}
