using System.Text;

namespace ModelSandbox.Wire;

/// <summary>Cuts an answer into the pieces it is streamed in.</summary>
internal static class Pieces
{
    public static IReadOnlyList<string> Of(string text, int? length)
    {
        if (length is not { } most)
        {
            return text.Length == 0 ? [] : [text];
        }

        var pieces = new List<string>();
        var piece = new StringBuilder();
        var characters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            piece.Append(rune.ToString());
            if (++characters % most == 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
        }

        return piece.Length == 0 ? pieces : [.. pieces, piece.ToString()];
    }
}
