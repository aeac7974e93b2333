namespace CstoBot.Ingestion.Web;

/// <summary>What a site's robots.txt says to this bot (RFC 9309).</summary>
/// <param name="Rules">Of all groups that are meant for the bot, in their order.</param>
/// <param name="CrawlDelay">The pause between requests that it asks for; not in the RFC, but meant. Null when it asks for none.</param>
internal sealed record RobotsRules(IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    /// <summary>There is no robots.txt, or it says nothing to the bot.</summary>
    public static RobotsRules None { get; } = new([], null);

    /// <summary>Whether a url may be requested: the longest rule that matches decides, of two as long the one that allows.</summary>
    public bool Allows(Uri url)
    {
        var path = RobotsPath.OfUrl(url.PathAndQuery);
        var decisive = Rules
            .Where(rule => RobotsPath.Matches(rule.Pattern, path))
            .OrderByDescending(rule => rule.Pattern.Length)
            .ThenByDescending(rule => rule.IsAllowed)
            .FirstOrDefault();
        return decisive is null || decisive.IsAllowed || url.PathAndQuery == RobotsPath.Own;
    }
}

/// <summary>One line <c>Allow:</c> or <c>Disallow:</c>.</summary>
/// <param name="Pattern">As <see cref="RobotsPath.OfRule"/> writes it; never empty.</param>
internal sealed record RobotsRule(bool IsAllowed, string Pattern);
