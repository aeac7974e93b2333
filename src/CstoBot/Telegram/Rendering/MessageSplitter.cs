namespace CstoBot.Telegram.Rendering;

/// <summary>Divides what is too long for one message: between blocks if it can, else within one, where <see cref="CutPosition"/> says.</summary>
internal static class MessageSplitter
{
    public static IReadOnlyList<MessageText> Split(IReadOnlyList<Block> blocks, int limit = TelegramHtml.MaxLength)
    {
        var messages = new List<MessageText>();
        var current = new List<Block>();
        var length = 0;
        foreach (var piece in blocks.SelectMany(block => Pieces(block, limit)))
        {
            var separator = current.Count == 0 ? 0 : TelegramHtml.Separator(current[^1], piece).Length;
            if (length + separator + piece.Plain.Length > limit)
            {
                messages.Add(TelegramHtml.Write(current));
                current.Clear();
                (length, separator) = (0, 0);
            }

            current.Add(piece);
            length += separator + piece.Plain.Length;
        }

        if (current.Count > 0)
        {
            messages.Add(TelegramHtml.Write(current));
        }

        return messages;
    }

    /// <summary>The block, or its parts that fit a message each. Blank ones are left out: Telegram refuses a message without text.</summary>
    private static IEnumerable<Block> Pieces(Block block, int limit)
    {
        var rest = block;
        while (rest.Plain.Length > limit)
        {
            (var piece, rest) = rest.CutAt(CutPosition.Find(rest, limit));
            if (!string.IsNullOrWhiteSpace(piece.Plain))
            {
                yield return piece;
            }
        }

        if (!string.IsNullOrWhiteSpace(rest.Plain))
        {
            yield return rest;
        }
    }
}
