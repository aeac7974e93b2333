using CstoBot.Composition;
using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class AskedDatesTests
{
    [Theory]
    [InlineData("What happened before July 2025?", null, "2025-06-30")]
    [InlineData("What happened after 1 June 2025 in Riga?", "2025-06-02", null)]
    [InlineData("What happened after June 1, 2025?", "2025-06-02", null)]
    [InlineData("Meetings since 2024", "2024-01-01", null)]
    [InlineData("Meetings after 2024", "2025-01-01", null)]
    [InlineData("Meetings prior to 04.09.2025", null, "2025-09-03")]
    [InlineData("Что было после 1 июля 2025 года?", "2025-07-02", null)]
    [InlineData("Какие встречи прошли до июня 2025 г.?", null, "2025-05-31")]
    [InlineData("Что нового с 2024 года?", "2024-01-01", null)]
    public void A_limit_with_its_year_is_read(string question, string? from, string? until)
    {
        var dates = AskedDates.OrNull(question);

        Assert.Equal((from is null ? null : StatedDate.IsoOrNull(from), until is null ? null : StatedDate.IsoOrNull(until)), (dates?.From, dates?.Until));
    }

    [Theory]
    [InlineData("What happened before the summit?")]
    [InlineData("What happened after 23 November?")]
    [InlineData("What happened in July 2025?")]
    [InlineData("What happened after the great 2024?")]
    [InlineData("после 99.99.2024")]
    [InlineData("")]
    public void What_gives_no_such_limit_is_left_alone(string question) => Assert.Null(AskedDates.OrNull(question));
}
