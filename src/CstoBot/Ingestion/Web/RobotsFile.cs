using System.Globalization;

namespace CstoBot.Ingestion.Web;

/// <summary>
/// Reads a robots.txt (RFC 9309, 2.1 and 2.2). Nothing in it is an error: what is not understood is passed over, as the RFC wants.
/// </summary>
internal static class RobotsFile
{
    /// <summary>Bytes; the RFC wants at least 500 kibibytes to be read.</summary>
    public const int MaxLength = 500 * 1024;

    private static readonly char[] LineEnds = ['\r', '\n'];

    /// <param name="product">The bot's name in lines <c>User-agent</c>; where no group has it, those of <c>*</c> speak.</param>
    public static RobotsRules Parse(string text, string product)
    {
        var groups = Groups(text.TrimStart('\uFEFF'));
        var own = groups.Where(group => group.Agents.Contains(product, StringComparer.OrdinalIgnoreCase)).ToList();
        var meant = own.Count > 0 ? own : [.. groups.Where(group => group.Agents.Contains("*"))];
        return new RobotsRules([.. meant.SelectMany(group => group.Rules)], meant.Max(group => group.CrawlDelay));
    }

    private static List<Group> Groups(string text)
    {
        var groups = new List<Group>();
        foreach (var line in text.Split(LineEnds, StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = KeyAndValue(line);
            switch (key)
            {
                case "user-agent":
                    if (groups.Count == 0 || groups[^1].HasEnded)
                    {
                        groups.Add(new Group());
                    }

                    groups[^1].Agents.Add(ProductToken(value));
                    break;
                case "allow" or "disallow" when groups.Count > 0:
                    groups[^1].Add(key == "allow", value);
                    break;
                case "crawl-delay" when groups.Count > 0:
                    groups[^1].CrawlDelay = SecondsOrNull(value) ?? groups[^1].CrawlDelay;
                    break;
            }
        }

        return groups;
    }

    private static (string Key, string Value) KeyAndValue(string line)
    {
        var comment = line.IndexOf('#', StringComparison.Ordinal);
        var said = comment < 0 ? line : line[..comment];
        var colon = said.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (said[..colon].Trim().ToLowerInvariant(), said[(colon + 1)..].Trim());
    }

    /// <summary>Only letters, <c>-</c> and <c>_</c> belong to it: a version that follows is passed over.</summary>
    private static string ProductToken(string value) => value.StartsWith('*')
        ? "*"
        : string.Concat(value.TakeWhile(letter => char.IsAsciiLetter(letter) || letter is '-' or '_'));

    private static TimeSpan? SecondsOrNull(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 1e6
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; set; }

        /// <summary>A rule was said, even an empty one that forbids nothing.</summary>
        public bool HasEnded { get; private set; }

        public void Add(bool isAllowed, string path)
        {
            HasEnded = true;
            if (path.Length > 0)
            {
                Rules.Add(new RobotsRule(isAllowed, RobotsPath.OfRule(path)));
            }
        }
    }
}
