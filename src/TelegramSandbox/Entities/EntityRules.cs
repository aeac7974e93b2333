namespace TelegramSandbox.Entities;

/// <summary>What Telegram does to every text before it is stored.</summary>
internal static class EntityRules
{
    /// <summary>Trims the text, moves the entities along, drops what may not nest, and finds commands and addresses.</summary>
    public static FormattedText Clean(FormattedText formatted)
    {
        var source = formatted.Text.Replace("\r", "", StringComparison.Ordinal);
        var entities = source.Length == formatted.Text.Length ? formatted.Entities : WithoutReturns(formatted);
        var start = source.Length - source.TrimStart().Length;
        var text = source.Trim();

        var moved = entities
            .Select(entity => Clip(entity, start, text.Length))
            .Where(entity => entity.Length > 0)
            .OrderBy(entity => entity.Offset)
            .ThenByDescending(entity => entity.Length)
            .ToList();
        return new FormattedText(text, DetectedEntities.AddTo(text, WithoutForbiddenNesting(moved)));
    }

    private static List<SandboxEntity> WithoutReturns(FormattedText formatted)
    {
        int Shift(int offset) => offset - formatted.Text.AsSpan(0, offset).Count('\r');
        return [.. formatted.Entities.Select(entity =>
            entity with { Offset = Shift(entity.Offset), Length = Shift(entity.End) - Shift(entity.Offset) })];
    }

    private static SandboxEntity Clip(SandboxEntity entity, int removed, int length)
    {
        var start = Math.Clamp(entity.Offset - removed, 0, length);
        var end = Math.Clamp(entity.End - removed, 0, length);
        return entity with { Offset = start, Length = end - start };
    }

    private static List<SandboxEntity> WithoutForbiddenNesting(List<SandboxEntity> sorted)
    {
        var kept = new List<SandboxEntity>();
        foreach (var entity in sorted)
        {
            if (!kept.Any(outer => Contains(outer, entity) && Forbids(outer, entity)))
            {
                kept.Add(IsCode(entity) ? entity with { Language = entity.Type == "pre" ? entity.Language : null } : entity);
            }
        }

        return kept;
    }

    private static bool Contains(SandboxEntity outer, SandboxEntity inner) => outer.Offset <= inner.Offset && inner.End <= outer.End;

    private static bool Forbids(SandboxEntity outer, SandboxEntity inner) =>
        IsCode(outer) || outer.Type == inner.Type || (IsQuote(outer) && IsQuote(inner));

    private static bool IsCode(SandboxEntity entity) => entity.Type is "code" or "pre";

    private static bool IsQuote(SandboxEntity entity) => entity.Type is "blockquote" or "expandable_blockquote";
}
