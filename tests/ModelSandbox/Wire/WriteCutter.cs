using System.Text;

namespace ModelSandbox.Wire;

/// <summary>Cuts text into the byte runs that are written at once.</summary>
internal static class WriteCutter
{
    /// <param name="splitsCharacters">Each run ends after the first byte of a character that has several.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Cut(string text, bool splitsCharacters)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (!splitsCharacters)
        {
            return [bytes];
        }

        var runs = new List<ReadOnlyMemory<byte>>();
        var start = 0;
        for (var index = 0; index < bytes.Length; index++)
        {
            if (IsLead(bytes[index]))
            {
                runs.Add(bytes.AsMemory(start..(index + 1)));
                start = index + 1;
            }
        }

        runs.Add(bytes.AsMemory(start));
        return runs;
    }

    /// <summary>The first byte of a character of two to four.</summary>
    private static bool IsLead(byte value) => value >= 0xC0;
}
