using System.Globalization;

namespace CstoBot.Telegram.Rendering;

/// <summary>The buttons that turn the pages of a list.</summary>
internal static class PageRow
{
    /// <summary>"‹ 2 / 5 ›", with the first and the last page beyond those where <paramref name="withEnds"/> asks for them.</summary>
    /// <param name="page">From 1.</param>
    /// <param name="to">The data of a button that leads to a page.</param>
    public static IReadOnlyList<Button> Of(int page, int pages, Func<int, string> to, bool withEnds = false)
    {
        List<Button> row = [new(string.Create(CultureInfo.InvariantCulture, $"{page} / {pages}"), to(page))];
        if (page > 1)
        {
            row.Insert(0, new Button("‹", to(page - 1)));
        }

        if (withEnds && page > 2)
        {
            row.Insert(0, new Button("«", to(1)));
        }

        if (page < pages)
        {
            row.Add(new Button("›", to(page + 1)));
        }

        if (withEnds && page < pages - 1)
        {
            row.Add(new Button("»", to(pages)));
        }

        return row;
    }

    /// <summary>Only the pages before and after, in words; empty where there is neither.</summary>
    /// <param name="page">From 0.</param>
    public static IReadOnlyList<Button> Neighbours(int page, bool hasNext, string previous, string next, Func<int, string> to) =>
    [
        .. page > 0 ? [new Button(previous, to(page - 1))] : Array.Empty<Button>(),
        .. hasNext ? [new Button(next, to(page + 1))] : Array.Empty<Button>(),
    ];
}
