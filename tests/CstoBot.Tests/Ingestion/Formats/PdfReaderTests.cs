using CstoBot.Benchmarks.Hostile;
using CstoBot.Ingestion.Formats;
using CstoBot.Ingestion.Formats.Pdf;
using Xunit;

namespace CstoBot.Tests.Ingestion.Formats;

/// <summary>How programs print what is one word to a reader.</summary>
public sealed class PdfReaderTests
{
    [Fact]
    public void Raised_and_lowered_signs_stay_in_their_words() =>
        Assert.Equal("H2O weighs 10³ kg.", Read("(H) Tj /F1 8 Tf -2 Ts (2) Tj /F1 12 Tf 0 Ts (O weighs 10) Tj /F1 8 Tf 5 Ts (3) Tj /F1 12 Tf 0 Ts ( kg.) Tj"));

    [Fact]
    public void The_mark_of_a_footnote_is_not_of_the_sentence() =>
        Assert.Equal("They met. They agreed.", Read("(They met.) Tj /F1 7 Tf 5 Ts (1) Tj /F1 12 Tf 0 Ts ( They agreed.) Tj"));

    [Fact]
    public void Words_without_blanks_are_told_apart_by_where_they_stand() =>
        Assert.Equal("The council met.", Read("[(The) -250 (council) -250 (met.)] TJ"));

    [Fact]
    public void Letters_set_spaced_are_words() =>
        Assert.Equal("COUNCIL OF", Read("[(C) -200 (O) -200 (U) -200 (N) -200 (C) -200 (I) -200 (L) -200 ( ) -200 (O) -200 (F)] TJ"));

    [Fact]
    public void Letters_printed_twice_to_be_bold_are_read_once() =>
        Assert.Equal("Notice", Read("(Notice) Tj 0.4 0 Td (Notice) Tj"));

    [Fact]
    public void An_accent_of_its_own_is_put_on_its_letter() =>
        Assert.Equal("Dübner", Read(@"[(D) -111 (\250) 444 (ubner)] TJ"));

    [Fact]
    public void Russian_of_fonts_that_do_not_say_their_letters_is_read() =>
        Assert.Equal(
            "Совет речных государств собрался в Минске и принял решение.",
            Read($"({string.Concat("Совет речных государств собрался в Минске и принял решение.".Select(letter => letter >= 'А' ? $"\\{Convert.ToString(0xC0 + letter - 'А', 8)}" : letter.ToString()))}) Tj"));

    /// <param name="shown">What the page shows, in the PDF's language.</param>
    private static string Read(string shown) =>
        PdfReader.Read(HostilePdfs.Of($") Tj {shown} ("), new ReadingLimits(MaxPages: 1, MaxCharacters: 1_000)).Text;
}
