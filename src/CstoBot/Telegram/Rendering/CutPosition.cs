using System.Globalization;

namespace CstoBot.Telegram.Rendering;

/// <summary>Where to cut a block that is too long: after a line, a sentence, a word, a visible character, in this order of preference.</summary>
internal static class CutPosition
{
    /// <summary>A cut from 1 to <paramref name="limit"/>; the block must be longer than that.</summary>
    public static int Find(Block block, int limit)
    {
        var text = block.Plain;
        var allowed = Allowed(block, limit);

        // A better place is worth a shorter message, but not a tiny one.
        var shortest = Math.Max(1, limit / 4);
        return Last(shortest, limit, position => allowed[position] && text[position - 1] == '\n')
            ?? Last(shortest, limit, position => allowed[position] && EndsSentence(text, position))
            ?? Last(shortest, limit, position => allowed[position] && char.IsWhiteSpace(text[position - 1]))
            ?? LastCharacterEnd(text, allowed, limit)
            ?? Last(1, limit, position => allowed[position])
            ?? Last(1, limit, position => !IsInsidePair(text, position))
            ?? limit;
    }

    private static int? Last(int first, int last, Func<int, bool> isGood)
    {
        for (var position = last; position >= first; position--)
        {
            if (isGood(position))
            {
                return position;
            }
        }

        return null;
    }

    /// <summary>Not before or within a glued span, not within a surrogate pair.</summary>
    private static bool[] Allowed(Block block, int limit)
    {
        var allowed = new bool[limit + 1];
        for (var position = 1; position <= limit; position++)
        {
            allowed[position] = !IsInsidePair(block.Plain, position);
        }

        var start = 0;
        foreach (var span in block.Spans)
        {
            for (var position = start; span.Glued && position < start + span.Text.Length && position <= limit; position++)
            {
                allowed[position] = false;
            }

            start += span.Text.Length;
        }

        return allowed;
    }

    private static bool IsInsidePair(string text, int position) =>
        char.IsHighSurrogate(text[position - 1]) && char.IsLowSurrogate(text[position]);

    /// <summary>True after "… end. " and "… end.» ": the white space goes with the sentence.</summary>
    private static bool EndsSentence(string text, int position)
    {
        if (!char.IsWhiteSpace(text[position - 1]))
        {
            return false;
        }

        var last = position - 2;
        while (last >= 0 && text[last] is '"' or '»' or '”' or '’' or ')' or ']')
        {
            last--;
        }

        return last >= 0 && text[last] is '.' or '!' or '?' or '…';
    }

    private static int? LastCharacterEnd(string text, bool[] allowed, int limit)
    {
        int? best = null;
        for (var position = 0; position <= limit; position += StringInfo.GetNextTextElementLength(text, position))
        {
            best = position > 0 && allowed[position] ? position : best;
        }

        return best;
    }
}
