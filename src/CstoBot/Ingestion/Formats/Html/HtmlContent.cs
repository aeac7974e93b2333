using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CstoBot.Ingestion.Formats.Html;

/// <summary>Finds what a page is about among what stands on every page of its site.</summary>
internal static partial class HtmlContent
{
    // Shorter blocks are captions, dates and buttons.
    private const int MinParagraph = 25;

    /// <summary>The element that holds the main content; what is no content is taken out of the page.</summary>
    public static IElement MainOf(IDocument document)
    {
        var isOfSite = document.QuerySelectorAll("a[href]").Any(LeadsElsewhere);
        RemoveUnread(document);
        var body = document.Body ?? document.DocumentElement ?? throw new UnreadableDocumentException("holds no text");
        var whole = Length(body);
        var marked = SingleOrNull(document, "[itemprop~=articleBody]") ?? SingleOrNull(document, "article")
            ?? SingleOrNull(document, "main") ?? SingleOrNull(document, "[role=main]");

        // A marked piece that holds next to nothing is a teaser on a page of something else.
        return marked is not null && Length(marked) * 4 > whole ? marked
            : DensestOrNull(body) is { } densest && Length(densest) * 3 > whole && isOfSite ? densest
            : body;
    }

    /// <summary>Where no link but those of sentences leads away there is no site around the text: a word processor wrote the page.</summary>
    private static bool LeadsElsewhere(IElement link) =>
        link.GetAttribute("href") is { Length: > 0 } target && target[0] != '#' && link.Closest("p") is null;

    /// <summary>The page's only first heading where it stands apart from the content it names.</summary>
    public static string? HeadlineOutsideOrNull(IDocument document, IElement main) =>
        document.QuerySelectorAll("h1").ToList() is [var only] && !main.Contains(only) && main.QuerySelector("h1") is null ? Stated.LineOrNull(only.TextContent) : null;

    /// <summary>Takes out scripts, styles, forms, navigation, what is hidden, and blocks of links that call themselves menus and the like.</summary>
    public static void RemoveUnread(IDocument document)
    {
        foreach (var element in document.All.Where(IsUnread).ToList())
        {
            element.Remove();
        }

        foreach (var element in document.All.Where(element => IsBoilerplateByName(element) && IsMostlyLinks(element)).ToList())
        {
            element.Remove();
        }
    }

    private static bool IsUnread(IElement element) => element.LocalName switch
    {
        "script" or "style" or "noscript" or "template" or "nav" or "aside" or "footer" or "form" or "button" or "select" or "iframe" or "svg" or "canvas"
            or "dialog" or "object" or "embed" or "audio" or "video" or "textarea" or "input" or "menu" => true,
        "header" => element.QuerySelector("h1") is null && !IsWithinArticle(element),
        "html" or "body" or "head" => false,
        "sup" => element.QuerySelector("a") is not null && NoteNumber().IsMatch(element.TextContent),
        "a" => element.GetAttribute("href") is ['#', ..] && NoteNumber().IsMatch(element.TextContent),
        "div" when IsOfWordProcessor(element) => true,
        _ => element.HasAttribute("hidden")
            || element.GetAttribute("aria-hidden") == "true"
            || element.GetAttribute("role") is "navigation" or "banner" or "contentinfo" or "complementary" or "search" or "dialog" or "alert"
            || element.GetAttribute("style") is { } style && HiddenStyle().IsMatch(style),
    };

    /// <summary>Running heads, feet and tables of contents, as LibreOffice saves them.</summary>
    private static bool IsOfWordProcessor(IElement element) =>
        element.GetAttribute("title") is "header" or "footer" || element.Id?.StartsWith("Table of Contents", StringComparison.Ordinal) == true;

    private static bool IsWithinArticle(IElement element)
    {
        var (ancestor, steps) = (element.ParentElement, 0);
        while (ancestor is not null && steps++ < 50)
        {
            if (ancestor.LocalName is "article" or "blockquote")
            {
                return true;
            }

            ancestor = ancestor.ParentElement;
        }

        return false;
    }

    private static bool IsBoilerplateByName(IElement element) =>
        element.LocalName is "div" or "ul" or "ol" or "section" or "p" or "span" or "table"
        && BoilerplateName().IsMatch($"{element.ClassName} {element.Id}");

    private static bool IsMostlyLinks(IElement element)
    {
        var text = Length(element);
        return text < 200 || LinkLength(element) * 2 > text;
    }

    private static IElement? SingleOrNull(IDocument document, string selector) =>
        document.QuerySelectorAll(selector).Where(element => element.ParentElement?.Closest(selector) is null).Take(2).ToList() is [var only] ? only : null;

    /// <summary>The element whose own paragraphs hold the most text outside links; a grandparent counts them half.</summary>
    private static IElement? DensestOrNull(IElement body)
    {
        var scores = new Dictionary<IElement, int>();
        foreach (var paragraph in body.QuerySelectorAll("p, pre, blockquote, dd, h2, h3"))
        {
            var length = Length(paragraph) - LinkLength(paragraph);
            if (length >= MinParagraph && paragraph.ParentElement is { } parent)
            {
                scores[parent] = scores.GetValueOrDefault(parent) + length;
                if (parent.ParentElement is { } grandparent)
                {
                    scores[grandparent] = scores.GetValueOrDefault(grandparent) + length / 2;
                }
            }
        }

        return scores.Count == 0 ? null : scores.MaxBy(score => score.Value).Key;
    }

    private static int Length(IElement element) => element.TextContent.Count(character => !char.IsWhiteSpace(character));

    private static int LinkLength(IElement element) => element.QuerySelectorAll("a").Sum(Length);

    [GeneratedRegex(@"^\s*(?:[\[(]?[0-9*]{1,4}[\])]?|[↩↑^][\uFE0E\uFE0F]?)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex NoteNumber();

    [GeneratedRegex(@"(?:^|[\s;])(?:display\s*:\s*none|visibility\s*:\s*hidden)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|share|sharing|social|socials|related|comments?|cookies?|banner|advert|ads?|subscribe|newsletter|footer|pagination|pager|tags|toolbar|skip)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BoilerplateName();
}
