namespace CstoBot.Retrieval.Ranking;

/// <summary>Counts how often words stand together, as Lucene's sloppy phrases do: the further apart, the less it counts.</summary>
internal static class WordPlaces
{
    /// <summary>How often the words stand between two places, in their order or nearly so.</summary>
    /// <param name="phrase">Numbers of <see cref="QueryWords"/>, in order; one or more.</param>
    public static double Occurrences(QueryWords words, int[] phrase, int start, int end)
    {
        var sum = 0.0;
        foreach (var place in words.Places(phrase[0]))
        {
            if (place >= start && place < end)
            {
                sum += Nearness(words, phrase, place, start, end);
            }
        }

        return sum;
    }

    /// <summary>1 where the words follow each other from here, less where some are moved, 0 where one is further off than <see cref="CandidateQuery.Slop"/>.</summary>
    /// <param name="first">A place of the first word.</param>
    public static double Nearness(QueryWords words, int[] phrase, int first, int start, int end)
    {
        if (phrase.Length == 1)
        {
            return 1;
        }

        var (least, most) = (0, 0);
        for (var index = 1; index < phrase.Length; index++)
        {
            var moved = int.MaxValue;
            foreach (var place in words.Places(phrase[index]))
            {
                var distance = place - first - index;
                if (place >= start && place < end && Math.Abs(distance) < Math.Abs((long)moved))
                {
                    moved = distance;
                }
            }

            if (moved == int.MaxValue)
            {
                return 0;
            }

            (least, most) = (Math.Min(least, moved), Math.Max(most, moved));
        }

        var length = most - least;
        return length > CandidateQuery.Slop ? 0 : 1.0 / (1 + length);
    }
}
