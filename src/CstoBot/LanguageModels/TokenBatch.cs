namespace CstoBot.LanguageModels;

/// <summary>Texts as a model file takes them: rows of one width, the shorter texts filled up.</summary>
/// <param name="Ids">Row after row.</param>
/// <param name="Mask">1 for a text's own token, 0 for filling.</param>
internal sealed record TokenBatch(int Rows, int Width, long[] Ids, long[] Mask)
{
    public static TokenBatch Of(IReadOnlyList<IReadOnlyList<int>> texts, int padding)
    {
        var width = texts.Max(tokens => tokens.Count);
        var (ids, mask) = (new long[texts.Count * width], new long[texts.Count * width]);
        Array.Fill(ids, padding);
        for (var row = 0; row < texts.Count; row++)
        {
            for (var place = 0; place < texts[row].Count; place++)
            {
                ids[(row * width) + place] = texts[row][place];
                mask[(row * width) + place] = 1;
            }
        }

        return new TokenBatch(texts.Count, width, ids, mask);
    }
}
