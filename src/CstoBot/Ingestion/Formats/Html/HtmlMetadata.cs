using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CstoBot.Conversations;

namespace CstoBot.Ingestion.Formats.Html;

/// <summary>What a page's head says of it, in the ways that news sites do.</summary>
internal static partial class HtmlMetadata
{
    private const int MaxScripts = 20;
    private const int MaxJson = 200_000;

    public static DocumentMetadata Read(IDocument document)
    {
        var site = Stated.LineOrNull(Meta(document, "og:site_name"));
        var articles = document.QuerySelectorAll("script[type='application/ld+json']").Take(MaxScripts).SelectMany(script => Objects(script.TextContent)).ToList();
        return Stated.ByFile(
            Title(document, site),
            site ?? Publisher(articles) ?? Stated.LineOrNull(Meta(document, "publisher") ?? Meta(document, "dc.publisher")),
            Published(document, articles),
            Stated.WebAddressOrNull(document.QuerySelector("link[rel=canonical]")?.GetAttribute("href")) ?? Stated.WebAddressOrNull(Meta(document, "og:url")),
            Stated.LanguageOrNull(document.DocumentElement?.GetAttribute("lang") ?? Meta(document, "og:locale")));
    }

    /// <summary>Templates state one language for pages in any: where the letters are of the other, nobody knows.</summary>
    public static DocumentMetadata Agreed(DocumentMetadata stated, string text) =>
        stated.Language is { } language && LanguageDetector.DetectOrNull(text.AsSpan(0, Math.Min(text.Length, 4_000))) is { } read && read != language
            ? stated with { Language = null, Origins = stated.Origins with { Language = null } }
            : stated;

    private static string? Title(IDocument document, string? site)
    {
        var title = Stated.LineOrNull(Meta(document, "og:title")) ?? Stated.LineOrNull(document.QuerySelector("h1[itemprop~=headline], [itemprop~=headline]")?.TextContent);
        if (title is not null)
        {
            return WithoutSite(title, site, mayGuess: false);
        }

        // The only first heading names the page better than its window's title; it is then taken from the text.
        return document.QuerySelectorAll("h1").Count(heading => !string.IsNullOrWhiteSpace(heading.TextContent)) == 1
            ? null
            : Stated.LineOrNull(document.Title) is { } window ? WithoutSite(window, site, mayGuess: true) : null;
    }

    /// <param name="mayGuess">Whether what follows the last bar or dash is the site though the page does not name it.</param>
    private static string WithoutSite(string title, string? site, bool mayGuess)
    {
        var suffix = SiteSuffix().Match(title);
        return suffix.Success && (suffix.Groups["site"].Value.Equals(site, StringComparison.OrdinalIgnoreCase) || mayGuess && site is null && suffix.Groups["bar"].Value == "|")
            ? title[..suffix.Index].TrimEnd()
            : title;
    }

    private static DateOnly? Published(IDocument document, List<JsonElement> articles) =>
        Stated.DateOrNull(Meta(document, "article:published_time"))
        ?? articles.Select(article => Stated.DateOrNull(Text(article, "datePublished"))).FirstOrDefault(date => date is not null)
        ?? Stated.DateOrNull(document.QuerySelector("[itemprop~=datePublished]") is { } item ? item.GetAttribute("content") ?? item.GetAttribute("datetime") ?? item.TextContent : null)
        ?? Stated.DateOrNull(Meta(document, "date") ?? Meta(document, "dc.date") ?? Meta(document, "dc.date.issued") ?? Meta(document, "pubdate"))
        ?? OnlyTime(document);

    /// <summary>A page with several times is a list of news, or shows when others wrote.</summary>
    private static DateOnly? OnlyTime(IDocument document)
    {
        var times = document.QuerySelectorAll("article time, main time, [role=main] time").ToList();
        times = times.Count > 0 ? times : document.QuerySelectorAll("time").ToList();
        return times.Select(time => Stated.DateOrNull(time.GetAttribute("datetime") ?? time.TextContent)).Distinct().Take(2).ToList() is [var only] ? only : null;
    }

    private static string? Publisher(List<JsonElement> articles) => articles
        .Select(article => article.TryGetProperty("publisher", out var publisher) && publisher.ValueKind == JsonValueKind.Object ? Stated.LineOrNull(Text(publisher, "name")) : null)
        .FirstOrDefault(name => name is not null);

    private static string? Meta(IDocument document, string name) =>
        document.QuerySelectorAll("meta[content]").FirstOrDefault(meta =>
            name.Equals(meta.GetAttribute("property"), StringComparison.OrdinalIgnoreCase) || name.Equals(meta.GetAttribute("name"), StringComparison.OrdinalIgnoreCase))
            ?.GetAttribute("content");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The objects of a script of linked data: one, a list, or those of a graph.</summary>
    private static IReadOnlyList<JsonElement> Objects(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json.Length > MaxJson ? "[]" : json, new JsonDocumentOptions { MaxDepth = 32, AllowTrailingCommas = true });
            var root = document.RootElement.Clone();
            var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root];
            return items.Where(item => item.ValueKind == JsonValueKind.Object)
                .SelectMany(item => item.TryGetProperty("@graph", out var graph) && graph.ValueKind == JsonValueKind.Array ? graph.EnumerateArray().ToList() : [item])
                .Where(item => item.ValueKind == JsonValueKind.Object)
                .ToList();
        }
        catch (JsonException)
        {
            // A site's broken script says nothing; the page can be read without it.
            return [];
        }
    }

    [GeneratedRegex(@"\s+(?<bar>[|–—-])\s+(?<site>[^|–—]{2,60})$", RegexOptions.CultureInvariant)]
    private static partial Regex SiteSuffix();
}
