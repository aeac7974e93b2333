using System.IO.Compression;
using System.Text;

namespace CstoBot.Benchmarks.Hostile;

/// <summary>Small PDFs written by hand, good ones and such as no program makes.</summary>
internal static class HostilePdfs
{
    private const string Font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    private const string Page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>";

    public static byte[] Of(string text) => Document(Catalog(), Pages("[3 0 R]", 1), Page, Shown(text), Font);

    public static byte[] WithScript(string text) =>
        Document("<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>", Pages("[3 0 R]", 1), Page, Shown(text), Font);

    /// <summary>With a password that nobody told.</summary>
    public static byte[] Encrypted()
    {
        var key = string.Concat(Enumerable.Repeat("5A", 32));
        return Document(
            $"/Encrypt 6 0 R/ID[<{key}><{key}>]",
            Catalog(), Pages("[3 0 R]", 1), Page, Shown("The council met."), Font, $"<</Filter/Standard/V 2/R 3/Length 128/P -44/O<{key}>/U<{key}>>>");
    }

    public static byte[] CyclicTree() => Document(Catalog(), "<</Type/Pages/Kids[6 0 R]/Count 1>>", Page, Shown("a"), Font, "<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>");

    public static byte[] CyclicContents() => Document(Catalog(), Pages("[3 0 R]", 1), Page, "4 0 R", Font);

    public static byte[] CyclicForm()
    {
        const string form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>";
        return Document(
            Catalog(), Pages("[3 0 R]", 1), "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</XObject<</X 6 0 R>>>>>>",
            Stream("/X Do"), Font, Stream("/X Do", form));
    }

    public static byte[] DeepArray() => Document(Catalog(), Pages("[3 0 R]", 1), Page, Stream(new string('[', 200_000)), Font);

    public static byte[] ManyPages(int count) =>
        Document(Catalog(), Pages($"[{string.Join(' ', Enumerable.Repeat("3 0 R", count))}]", count), Page, Shown("The council met."), Font);

    /// <summary>A stream that unpacks to so many blanks.</summary>
    public static byte[] Inflating(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var blanks = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (var written = 0; written < length; written += blanks.Length)
            {
                zlib.Write(blanks);
            }
        }

        return Document(Catalog(), Pages("[3 0 R]", 1), Page, Stream(Encoding.Latin1.GetString(packed.ToArray()), "/Filter/FlateDecode"), Font);
    }

    /// <summary>A stream whose header claims a gigabyte.</summary>
    public static byte[] ClaimedLength() => Encoding.Latin1.GetBytes(
        Encoding.Latin1.GetString(Of("The council met in Minsk.")).Replace("/Length 43", "/Length 1000000000", StringComparison.Ordinal));

    /// <summary>A page of so many letters anywhere on it.</summary>
    public static byte[] Scattered(int letters, int rows)
    {
        var random = new Random(7);
        var places = Enumerable.Range(0, letters).Select(letter => $"1 0 0 1 {random.Next(600)} {50 + random.Next(rows)} Tm ({(char)('a' + letter % 26)}) Tj ");
        return Document(Catalog(), Pages("[3 0 R]", 1), Page, Stream($"BT /F1 12 Tf {string.Concat(places)} ET"), Font);
    }

    private static string Catalog() => "<</Type/Catalog/Pages 2 0 R>>";

    private static string Pages(string kids, int count) => $"<</Type/Pages/Kids{kids}/Count {count}>>";

    private static string Shown(string text) => Stream($"BT /F1 12 Tf 72 700 Td ({text}) Tj ET");

    private static string Stream(string content, string entries = "") => $"<</Length {content.Length}{entries}>>stream\n{content}\nendstream";

    private static byte[] Document(params string[] objects) => objects[0].StartsWith("/Encrypt", StringComparison.Ordinal)
        ? Written(objects[1..], objects[0])
        : Written(objects, string.Empty);

    private static byte[] Written(string[] objects, string trailer)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (number, content) in objects.Index())
        {
            places.Add(text.Length);
            text.Append($"{number + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => text.Append($"{place:0000000000} 00000 n \n"));
        text.Append($"trailer<</Size {objects.Length + 1}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
