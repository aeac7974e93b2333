using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>The footnotes and endnotes of a document, by the numbers that its text refers to.</summary>
internal sealed class WordNotes
{
    private readonly Dictionary<(bool IsFootnote, long Id), FootnoteEndnoteType> notes = [];

    public static WordNotes Of(MainDocumentPart main)
    {
        var result = new WordNotes();
        foreach (var note in (main.FootnotesPart?.Footnotes?.Elements<FootnoteEndnoteType>() ?? []).Concat(main.EndnotesPart?.Endnotes?.Elements<FootnoteEndnoteType>() ?? []))
        {
            if (note.Id?.Value is { } id && (note.Type?.Value is not { } type || type == FootnoteEndnoteValues.Normal))
            {
                result.notes.TryAdd((note is Footnote, id), note);
            }
        }

        return result;
    }

    /// <summary>Null for a reference to nothing.</summary>
    public FootnoteEndnoteType? NoteOrNull(FootnoteEndnoteReferenceType reference) =>
        reference.Id?.Value is { } id ? notes.GetValueOrDefault((reference is FootnoteReference, id)) : null;
}
