using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class StatedDateTests
{
    [Theory]
    [InlineData("07.07.2025", "2025-07-07")]
    [InlineData("7.7.2025", "2025-07-07")]
    [InlineData("30/06/2025", "2025-06-30")]
    [InlineData("2024-06-24", "2024-06-24")]
    [InlineData("June 24, 2024", "2024-06-24")]
    [InlineData("Sept. 1st, 2024", "2024-09-01")]
    [InlineData("24 June 2024", "2024-06-24")]
    [InlineData("12th October 2022", "2022-10-12")]
    [InlineData("24 июня 2024", "2024-06-24")]
    [InlineData("24 июня 2024 г.", "2024-06-24")]
    [InlineData("24\u00A0июня\u00A02024 года", "2024-06-24")]
    [InlineData("29 February 2024", "2024-02-29")]
    public void A_line_that_is_a_date_is_read(string line, string expected) =>
        Assert.Equal(expected, StatedDate.LineOrNull(line)?.ToString("yyyy-MM-dd", null));

    [Theory]
    [InlineData("")]
    [InlineData("On June 24, 2024 the council met")]
    [InlineData("June 2024")]
    [InlineData("2024")]
    [InlineData("June 24")]
    [InlineData("29 February 2025")]
    [InlineData("31.06.2025")]
    [InlineData("24.13.2025")]
    [InlineData("00.01.2025")]
    [InlineData("Spring 24, 2024")]
    [InlineData("24.06.24")]
    [InlineData("٠٧.٠٧.٢٠٢٥")]
    [InlineData("०७ June 2025")]
    public void No_date_is_made_up(string line) => Assert.Null(StatedDate.LineOrNull(line));

    [Theory]
    [InlineData("June", 6)]
    [InlineData("ИЮНЯ", 6)]
    [InlineData("декабрь", 12)]
    [InlineData("summer", null)]
    public void Months_are_known_in_both_languages(string word, int? month) => Assert.Equal(month, StatedDate.MonthOrNull(word));
}
