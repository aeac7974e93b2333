namespace CstoBot.Operations.Doctor;

/// <summary>Finds the name that somebody meant.</summary>
internal static class Spelling
{
    // More is another word.
    private const int MostChanges = 3;

    /// <summary>The name with the fewest letters to change, at most three and fewer than half of them; null when none is as near.</summary>
    public static string? NearestOrNull(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Changes: Changes(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Changes <= MostChanges && candidate.Changes * 2 < candidate.Name.Length)
        .OrderBy(candidate => candidate.Changes)
        .Select(candidate => candidate.Name)
        .FirstOrDefault();

    /// <summary>How many letters are to be added, removed or changed.</summary>
    private static int Changes(string from, string to)
    {
        var row = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 1; i <= from.Length; i++)
        {
            (var diagonal, row[0]) = (row[0], i);
            for (var j = 1; j <= to.Length; j++)
            {
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (from[i - 1] == to[j - 1] ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
