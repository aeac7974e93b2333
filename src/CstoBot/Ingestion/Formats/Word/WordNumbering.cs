using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace CstoBot.Ingestion.Formats.Word;

/// <summary>Counts numbered paragraphs as Word does: their numbers are nowhere in the text.</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;

    private readonly Dictionary<int, AbstractNum> lists = [];
    private readonly Dictionary<int, int[]> counters = [];

    public static WordNumbering Of(MainDocumentPart main)
    {
        var result = new WordNumbering();
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = new Dictionary<int, AbstractNum>();
        foreach (var definition in numbering?.Elements<AbstractNum>() ?? [])
        {
            if (definition.AbstractNumberId?.Value is { } id)
            {
                definitions.TryAdd(id, definition);
            }
        }

        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance.NumberID?.Value is { } id && instance.AbstractNumId?.Val?.Value is { } definition && definitions.TryGetValue(definition, out var list))
            {
                result.lists.TryAdd(id, list);
            }
        }

        return result;
    }

    /// <summary>What stands before the paragraph: "-", "3.", "2.1."; null when it is in no list.</summary>
    public string? LabelOrNull(NumberingProperties? properties)
    {
        if (properties?.NumberingId?.Val?.Value is not { } id || !lists.TryGetValue(id, out var list))
        {
            return null;
        }

        var level = Math.Clamp(properties.NumberingLevelReference?.Val?.Value ?? 0, 0, Levels - 1);
        var definition = LevelOf(list, level);
        if (definition?.NumberingFormat?.Val is null || definition.NumberingFormat.Val == NumberFormatValues.Bullet || definition.NumberingFormat.Val == NumberFormatValues.None)
        {
            return "-";
        }

        var count = Counted(id, list, level);
        var label = definition.LevelText?.Val?.Value is { Length: > 0 and < 50 } pattern ? pattern : $"%{level + 1}.";
        for (var place = 0; place <= level; place++)
        {
            label = label.Replace($"%{place + 1}", Number(count[place], LevelOf(list, place)), StringComparison.Ordinal);
        }

        return CleanText.Line(label) is { Length: > 0 } line ? line : "-";
    }

    private int[] Counted(int id, AbstractNum list, int level)
    {
        if (!counters.TryGetValue(id, out var count))
        {
            counters[id] = count = [.. Enumerable.Range(0, Levels).Select(place => Start(list, place) - 1)];
        }

        for (var above = 0; above < level; above++)
        {
            count[above] = Math.Max(count[above], Start(list, above));
        }

        count[level]++;
        for (var below = level + 1; below < Levels; below++)
        {
            count[below] = Start(list, below) - 1;
        }

        return count;
    }

    private static string Number(int number, Level? level)
    {
        var format = level?.NumberingFormat?.Val;
        var first = format is null ? '\0'
            : format == NumberFormatValues.LowerLetter ? 'a'
            : format == NumberFormatValues.UpperLetter ? 'A'
            : format == NumberFormatValues.RussianLower ? 'а'
            : format == NumberFormatValues.RussianUpper ? 'А'
            : '\0';
        return first != '\0' && number is >= 1 and <= 26 ? ((char)(first + number - 1)).ToString() : number.ToString(CultureInfo.InvariantCulture);
    }

    private static int Start(AbstractNum list, int level) => LevelOf(list, level)?.StartNumberingValue?.Val?.Value ?? 1;

    private static Level? LevelOf(AbstractNum list, int level) => list.Elements<Level>().FirstOrDefault(definition => definition.LevelIndex?.Value == level);
}
