using System.Text;

namespace CstoBot.Benchmarks.Hostile;

/// <summary>Files made to be misread, to break a reader, or to keep it busy for ever.</summary>
internal static class HostileFiles
{
    /// <param name="Expected">What the reason must contain, or one of several parted by a bar; null where the file is to be read in spite of it.</param>
    public sealed record Hostile(string Name, byte[] Content, string? Expected);

    public static IEnumerable<Hostile> All() => [.. Texts(), .. Markdowns(), .. Pages(), .. Words(), .. Pdfs(), .. Archives()];

    private static IEnumerable<Hostile> Texts()
    {
        yield return new("empty.txt", [], "holds no text");
        yield return new("mark.txt", [0xEF, 0xBB, 0xBF], "holds no text");
        yield return new("mark16.txt", [0xFF, 0xFE], "holds no text");
        yield return new("blank.txt", "\r\n \t\r\n"u8.ToArray(), "holds no text");
        yield return new("zeros.txt", new byte[10_000], "is not a text");
        yield return new("random.txt", Random(20_000), "is not a text");
        yield return new("nul.txt", "The\0 council\0 met\0."u8.ToArray(), "is not a text");
        yield return new("half-pair.txt", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00], "is marked as UTF-16");
        yield return new("broken-mark.txt", [0xEF, 0xBB, 0xBF, 0xD1, 0x41], "is marked as UTF-8");
        yield return new("pdf.txt", "%PDF-1.7\n"u8.ToArray(), "is a PDF, not a plain text");
        yield return new("zip.txt", HostileArchives.Zip(("a.txt", "a"u8.ToArray())), "is a ZIP archive, not a plain text");
        yield return new("page.txt", "<!DOCTYPE html><html><p>The council met."u8.ToArray(), "is a web page (HTML), not a plain text");
        yield return new("picture.txt", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "is a picture (PNG)");
        yield return new("rich.txt", "{\\rtf1 The council met.}"u8.ToArray(), "is a rich text (RTF)");
        yield return new("program.txt", [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1], "is a program");
        yield return new("overlong.txt", [(byte)'A', 0xC0, 0xAF, (byte)'.'], null);
        yield return new("one-line.txt", Encoding.ASCII.GetBytes(new string('a', 9_000_000)), "million characters");
        yield return new("bidi.txt", Encoding.UTF8.GetBytes("The council \u202Etem\u202C met."), null);
    }

    private static IEnumerable<Hostile> Markdowns()
    {
        yield return new("deep-quotes.md", Encoding.ASCII.GetBytes(new string('>', 50_000) + " a"), "nested too deeply");
        yield return new("deep-lists.md", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("- ", 20_000)) + "a"), "nested too deeply");
        yield return new("brackets.md", Encoding.ASCII.GetBytes(new string('[', 20_000) + "a"), "nested too deeply");
        yield return new("stars.md", Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("*a _b ", 5_000))), null);
        yield return new("laughs.md", Encoding.ASCII.GetBytes("---\ntitle: Laughs\n" + Laughs() + "---\n\nThe council met.\n"), null);
        yield return new("deep-yaml.md", Encoding.ASCII.GetBytes("---\ntitle: " + new string('[', 10_000) + "\n---\n\nThe council met.\n"), "front matter that is too large or too deep");
        yield return new("broken-yaml.md", "---\ntitle: \"The council\ndate: [\n---\n\nThe council met.\n"u8.ToArray(), "front matter, line");
        yield return new("long-yaml.md", Encoding.ASCII.GetBytes("---\ntitle: " + new string('a', 100_000) + "\n---\n\nThe council met.\n"), "front matter that is too large or too deep");
        yield return new("wide-table.md", Encoding.ASCII.GetBytes($"|{Cells("a")}\n|{Cells("-")}\n|{Cells("b")}\n"), null);
        yield return new("script.md", "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n"u8.ToArray(), "holds no text");
        yield return new("page.md", "<!doctype html><p>a"u8.ToArray(), "is a web page (HTML), not a Markdown text");

        static string Cells(string cell) => string.Concat(Enumerable.Repeat($"{cell}|", 100_000));
    }

    private static IEnumerable<Hostile> Pages()
    {
        yield return new("deep.html", Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<div>", 100_000))}<p>The council met in Minsk and agreed."), "nested too deeply");
        yield return new("deep-inline.html", Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<b><i>", 20_000))}The council met."), "nested too deeply");
        yield return new("deep-tables.html", Encoding.ASCII.GetBytes($"<html><body>{string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000))}The council met."), "nested too deeply");
        yield return new("wide-table.html", Encoding.ASCII.GetBytes($"<html><body><table><tr>{string.Concat(Enumerable.Repeat("<td>a", 100_000))}</table>"), null);
        yield return new("scripts.html", "<html><body><script>document.write('x')</script><p onclick=alert(1)>The council met.</p><iframe src=file:///etc/passwd></iframe><img src=http://127.0.0.1/>"u8.ToArray(), null);
        yield return new("only-scripts.html", "<html><head><script>while(true){}</script></head><body><script>alert(1)</script></body></html>"u8.ToArray(), "holds no text");
        yield return new("pdf.html", "%PDF-1.4"u8.ToArray(), "is a PDF, not a web page");
        yield return new("zeros.html", new byte[100_000], "is not a text");
        yield return new("unclosed.html", Encoding.ASCII.GetBytes("<html><body><p " + new string('a', 300_000)), "holds no text");
        yield return new("entities.html", Encoding.ASCII.GetBytes("<!DOCTYPE html [<!ENTITY a \"b\">]><html><body><p>The council &a; met.&#xD800;&#0;&#x110000;</p>"), null);
        yield return new("json.html", Encoding.ASCII.GetBytes($"<html><head><script type=\"application/ld+json\">{new string('[', 100_000)}</script></head><body><p>The council met.</p>"), null);
        yield return new("unknown-charset.html", "<html><head><meta charset=\"x-none\"></head><body><p>The council met.</p>"u8.ToArray(), null);
        yield return new("utf7.html", "<html><head><meta charset=\"utf-7\"></head><body><p>+ADw-script+AD4-</p>"u8.ToArray(), null);
    }

    private static IEnumerable<Hostile> Words()
    {
        var good = HostileArchives.Word("<w:p><w:r><w:t>The council met.</w:t></w:r></w:p>");
        for (var part = 1; part < 6; part++)
        {
            yield return new($"truncated-{part}.docx", good[..(good.Length * part / 6)], "broken");
        }

        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        yield return new("encrypted.docx", [.. ole, .. new byte[512], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[512]], "is encrypted with a password");
        yield return new("old.doc", [.. ole, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument"), .. new byte[512]], "is an old Word document (.doc)");
        yield return new("old.docx", [.. ole, .. new byte[512], .. Encoding.Unicode.GetBytes("WordDocument")], "is an old Word document (.doc)");
        yield return new("text.docx", "The council met."u8.ToArray(), "is not a Word document");
        yield return new("zip.docx", HostileArchives.Zip(("a.txt", "a"u8.ToArray())), "is not a Word document");
        yield return new("laughs.docx", HostileArchives.Word("<w:p><w:r><w:t>&lol9;</w:t></w:r></w:p>", EntityLaughs()), "broken");
        yield return new("outside.docx", HostileArchives.Word("<w:p><w:r><w:t>&file;</w:t></w:r></w:p>", "<!DOCTYPE a [<!ENTITY file SYSTEM \"file:///etc/passwd\">]>"), "broken");
        yield return new("wide-table.docx", HostileArchives.Word($"<w:tbl><w:tr>{string.Concat(Enumerable.Repeat("<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>", 100_000))}</w:tr></w:tbl>"), null);
        yield return new("deep.docx", HostileArchives.Word(string.Concat(Enumerable.Repeat("<w:p><w:r>", 50_000)) + string.Concat(Enumerable.Repeat("</w:r></w:p>", 50_000))), "nested too deeply");
        yield return new("bomb.docx", HostileArchives.Word($"<w:p><w:r><w:t>{new string('a', 100_000_000)}</w:t></w:r></w:p>"), "needs more memory than");
        yield return new("many-fields.docx", HostileArchives.Word(Nested(60, "<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>")), "holds no text");
        yield return new("deep-tables.docx", HostileArchives.Word(Nested(60, "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")), null);
        yield return new("empty.docx", HostileArchives.Word(string.Empty), "holds no text");
        yield return new("loop-styles.docx", HostileArchives.Word("<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>The council met.</w:t></w:r></w:p>", styles:
            "<w:style w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style>"), null);
    }

    private static IEnumerable<Hostile> Pdfs()
    {
        var good = HostilePdfs.Of("The council met in Minsk.");
        for (var part = 1; part < 6; part++)
        {
            yield return new($"truncated-{part}.pdf", good[..(good.Length * part / 8)], "broken");
        }

        yield return new("page.pdf", "<html><p>The council met."u8.ToArray(), "is a web page (HTML), not a PDF");
        yield return new("text.pdf", "The council met."u8.ToArray(), "is not a PDF");
        yield return new("header.pdf", "%PDF-1.7\n%%EOF"u8.ToArray(), "broken");
        yield return new("scan.pdf", HostilePdfs.Of(string.Empty), "holds no text (a scan?)");
        yield return new("encrypted.pdf", HostilePdfs.Encrypted(), "is encrypted with a password");
        yield return new("cyclic-tree.pdf", HostilePdfs.CyclicTree(), "holds no text");
        yield return new("cyclic-object.pdf", HostilePdfs.CyclicContents(), "broken");
        yield return new("cyclic-form.pdf", HostilePdfs.CyclicForm(), "holds no text");
        yield return new("deep-array.pdf", HostilePdfs.DeepArray(), "broken");
        yield return new("many-pages.pdf", HostilePdfs.ManyPages(5_000), "pages; the limit is 2000");
        yield return new("bomb.pdf", HostilePdfs.Inflating(600_000_000), "holds no text|needs more memory than");
        yield return new("claimed-length.pdf", HostilePdfs.ClaimedLength(), null);
        yield return new("random.pdf", [.. "%PDF-1.7\n"u8, .. Random(50_000)], "broken");
        yield return new("scattered.pdf", HostilePdfs.Scattered(150_000, rows: 700), null);
        yield return new("one-row.pdf", HostilePdfs.Scattered(150_000, rows: 1), null);
        yield return new("script.pdf", HostilePdfs.WithScript("The council met in Minsk."), null);
    }

    private static IEnumerable<Hostile> Archives()
    {
        var good = HostileArchives.Zip(("a.txt", "The council met."u8.ToArray()), ("b.txt", "It agreed."u8.ToArray()));
        for (var part = 1; part < 5; part++)
        {
            yield return new($"truncated-{part}.zip", good[..(good.Length * part / 5)], "broken");
        }

        yield return new("empty.zip", HostileArchives.Zip(), "holds no documents");
        yield return new("pictures.zip", HostileArchives.Zip(("a.png", [1]), ("b/", [])), "holds no documents");
        yield return new("text.zip", "The council met."u8.ToArray(), "is not a ZIP archive");
        yield return new("bomb.zip", HostileArchives.Zip(("a.txt", new byte[15_000_000])), "packed tighter");
        yield return new("large.zip", HostileArchives.Zip(("a.txt", new byte[30_000_000])), "packed tighter");
        yield return new("overlapping.zip", HostileArchives.Overlapping(200, 18_000_000), "unpacks to more than");
        yield return new("many.zip", HostileArchives.Zip(Enumerable.Range(0, 10_001).Select(number => ($"{number}.txt", "a"u8.ToArray())).ToArray()), "more than 10000 files");
        yield return new("claims-zeros.zip", HostileArchives.Claiming(1_000_000_000), "cannot be unpacked");
        yield return new("encrypted.zip", HostileArchives.Encrypted(), "is encrypted with a password");
        yield return new("nested.zip", HostileArchives.Nested(4), "too deep within archives");
        yield return new("broken-inside.zip", HostileArchives.Zip(("a.pdf", "%PDF-1.7\n%%EOF"u8.ToArray())), "broken");
    }

    private static byte[] Random(int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        return bytes;
    }

    private static string Nested(int depth, string start, string end) =>
        $"{string.Concat(Enumerable.Repeat(start, depth))}<w:p><w:r><w:t>The council met.</w:t></w:r></w:p>{string.Concat(Enumerable.Repeat(end, depth))}";

    private static string Laughs() =>
        "a: &a [\"lol\",\"lol\"]\n" + string.Concat(Enumerable.Range(1, 20).Select(number => $"{(char)('a' + number)}: &{(char)('a' + number)} [*{(char)('a' + number - 1)},*{(char)('a' + number - 1)}]\n"));

    private static string EntityLaughs() =>
        "<!DOCTYPE a [<!ENTITY lol0 \"lol\">" + string.Concat(Enumerable.Range(1, 9).Select(number => $"<!ENTITY lol{number} \"{string.Concat(Enumerable.Repeat($"&lol{number - 1};", 10))}\">")) + "]>";
}
