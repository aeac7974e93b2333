using CstoBot.Benchmarks.Hostile;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Word;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

/// <summary>What Word writes beside plain paragraphs, in the markup that it writes.</summary>
public sealed class WordReaderTests
{
    private const string Compatibility = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    [Fact]
    public void Changes_are_read_as_accepted() => Assert.Equal(
        "The council met in May.",
        Read("""
            <w:p><w:r><w:t xml:space="preserve">The council </w:t></w:r><w:del w:id="1" w:author="a"><w:r><w:delText>has </w:delText></w:r></w:del>
            <w:ins w:id="2" w:author="a"><w:r><w:t xml:space="preserve">met in </w:t></w:r></w:ins><w:moveFrom w:id="3" w:author="a"><w:r><w:t>Minsk </w:t></w:r></w:moveFrom><w:r><w:t>May.</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_deleted_row_is_out() => Assert.Equal(
        "Westmark | 12",
        Read($"<w:tbl>{Row("Westmark", "12")}<w:tr><w:trPr><w:del w:id=\"1\" w:author=\"a\"/></w:trPr>{Cell("Ostmark")}{Cell("7")}</w:tr></w:tbl>"));

    [Fact]
    public void Fields_show_their_results_and_links_their_words() => Assert.Equal(
        "See section 4 of the agreement.",
        Read("""
            <w:p><w:r><w:t xml:space="preserve">See section </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF _Ref1 \r</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
            <w:r><w:t>4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> of the </w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t>agreement</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t></w:r></w:p>
            """));

    [Fact]
    public void A_text_box_is_read_once_and_on_its_own() => Assert.Equal(
        "The council met.\n\nIn short",
        Read($"""
            <w:p><w:r><w:t>The council met.</w:t></w:r><w:r><mc:AlternateContent {Compatibility}><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>{Paragraph("In short")}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent>{Paragraph("In short")}</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
            """));

    [Fact]
    public void Fields_of_forms_are_read_when_filled_in() => Assert.Equal(
        "Name: Holm\n\nMinsk",
        Read($"""
            <w:p><w:r><w:t xml:space="preserve">Name: </w:t></w:r><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Holm</w:t></w:r></w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt></w:p>
            <w:sdt><w:sdtPr/><w:sdtContent>{Paragraph("Minsk")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{Paragraph("Click here")}</w:sdtContent></w:sdt>
            """));

    [Fact]
    public void Hidden_text_is_out_however_it_is_hidden() => Assert.Equal(
        "Shown.",
        Read(
            """
            <w:p><w:r><w:t>Shown.</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>one</w:t></w:r><w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>two</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="g"/></w:pPr><w:r><w:t>three</w:t></w:r></w:p>
            """,
            """<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="g"><w:basedOn w:val="h"/></w:style>"""));

    [Fact]
    public void The_table_of_contents_is_out() => Assert.Equal(
        "Introduction\n\nThe council met.",
        Read(
            $"""
            <w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>{Paragraph("Contents", "TOCHeading")}{Paragraph("Introduction 1", "TOC1")}</w:sdtContent></w:sdt>
            {Paragraph("Introduction", "Heading1")}{Paragraph("The council met.")}
            """,
            """
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
            <w:style w:type="paragraph" w:styleId="TOCHeading"><w:name w:val="TOC Heading"/><w:basedOn w:val="Heading1"/></w:style>
            """));

    [Fact]
    public void Each_row_says_what_a_cell_of_several_rows_says() => Assert.Equal(
        "Westmark | north | 3\nWestmark | south | 4",
        Read($"""
            <w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{Paragraph("Westmark")}</w:tc>{Cell("north")}{Cell("3")}</w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>{Cell("south")}{Cell("4")}</w:tr></w:tbl>
            """));

    [Fact]
    public void A_table_that_lays_the_page_out_is_read_as_paragraphs()
    {
        var sentence = "The council met in Minsk and " + string.Concat(Enumerable.Repeat("talked and ", 20)) + "went home.";

        var text = Read($"<w:tbl><w:tr><w:tc>{Paragraph("Press office")}</w:tc><w:tc>{Paragraph(sentence)}{Paragraph(sentence)}{Paragraph(sentence)}</w:tc></w:tr></w:tbl>");

        Assert.Equal($"Press office\n\n{sentence}\n\n{sentence}\n\n{sentence}", text);
    }

    [Fact]
    public void Signs_that_are_no_letters_keep_words_as_they_are() => Assert.Equal(
        "Nine-point co\u2011operation 10 km",
        Read("<w:p><w:r><w:t>Nine</w:t><w:noBreakHyphen/><w:t>po</w:t><w:softHyphen/><w:t>int</w:t><w:tab/><w:t>co\u2011oper\u00ADation</w:t><w:br/><w:t>10\u00A0km</w:t></w:r></w:p>"));

    private static string Read(string body, string styles = "") =>
        WordReader.Read(HostileArchives.Word(body, styles: styles), new ReadingLimits(MaxPages: 10, MaxCharacters: 100_000)).Text;

    private static string Row(string first, string second) => $"<w:tr>{Cell(first)}{Cell(second)}</w:tr>";

    private static string Cell(string text) => $"<w:tc>{Paragraph(text)}</w:tc>";

    private static string Paragraph(string text, string? style = null) =>
        $"<w:p>{(style is null ? "" : $"<w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>")}<w:r><w:t>{text}</w:t></w:r></w:p>";
}
