using System.Text;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Formats;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

public sealed class DocumentExtractionTests : IDisposable
{
    private readonly SomeExtraction some = new();

    public void Dispose() => some.Dispose();

    [Theory]
    [InlineData("a.txt", true)]
    [InlineData("a.MD", true)]
    [InlineData("a.htm", true)]
    [InlineData("a.docx", true)]
    [InlineData("a.doc", true)]
    [InlineData("a.pdf", true)]
    [InlineData("a.zip", true)]
    [InlineData("sources.yaml", false)]
    [InlineData("a.png", false)]
    [InlineData("txt", false)]
    public void A_document_is_known_by_its_name(string name, bool isDocument) => Assert.Equal(isDocument, some.Extraction.IsDocument(name));

    [Fact]
    public async Task Plain_text_stays_as_it_is()
    {
        const string text = "The council met.\r\n\r\n\tIt  agreed.\n\u00A0Совет. ";

        var extracted = await ReadAsync("a.txt", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]);

        Assert.Equal(text, extracted.Text);
        Assert.Null(extracted.Headings);
        Assert.Empty(extracted.PageStarts);
    }

    [Fact]
    public async Task Markdown_is_read_as_its_reader_sees_it()
    {
        var extracted = await ReadAsync("a.md", """
            ---
            title: The *council*
            publisher: Press office
            date: 2024-05-12
            url: https://example.org/council
            language: en
            ---
            # What the council *did*

            It **met** in [Minsk](https://example.org "there") and
            agreed `nothing`.

            1. First
            2. second
               - inner

            | State | Votes |
            | --- | --- |
            | Armenia | 1 |

            <script>alert(1)</script>
            """u8.ToArray());

        Assert.Equal(
            "What the council did\n\nIt met in Minsk and agreed nothing.\n\n1. First\n2. second\n  - inner\n\nState | Votes\nArmenia | 1",
            extracted.Text);
        Assert.Equal([new HeadingLine(new TextSpan(0, 20), 1)], extracted.Headings);
        Assert.Equal("The *council*", extracted.Stated.Title);
        Assert.Equal(new DateOnly(2024, 5, 12), extracted.Stated.Published);
        Assert.Equal(MetadataOrigin.File, extracted.Stated.Origins.Published);
    }

    [Fact]
    public async Task A_page_is_its_main_content()
    {
        var extracted = await ReadAsync("a.html", """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>The council met | News</title>
            <meta property="article:published_time" content="2024-05-12T23:30:00+03:00"><script>alert(1)</script></head>
            <body><header><a href="/">News</a></header><nav><ul><li>Home<li>All</ul></nav>
            <article><h1>The council met</h1><p>It met in&nbsp;Minsk<br>and agreed.</p><ul><li>one<li>two</ul>
            <table><tr><th>State<th>Votes<tr><td>Armenia<td>1</table></article>
            <aside>Read more</aside><footer>Contacts</footer></body></html>
            """u8.ToArray());

        Assert.Equal("The council met\n\nIt met in Minsk\nand agreed.\n\n- one\n- two\n\nState | Votes\nArmenia | 1", extracted.Text);
        Assert.Equal(new DateOnly(2024, 5, 12), extracted.Stated.Published);
        Assert.Equal([new HeadingLine(new TextSpan(0, 15), 1)], extracted.Headings);
    }

    private async Task<ExtractedText> ReadAsync(string name, byte[] content) =>
        Assert.IsType<ExtractedItem.Read>(Assert.Single(await some.Extraction.ExtractAsync(name, content, TestContext.Current.CancellationToken))).Extracted;
}
