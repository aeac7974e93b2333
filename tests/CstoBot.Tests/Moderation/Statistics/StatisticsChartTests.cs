using System.Buffers.Binary;
using CstoBot.Conversations;
using CstoBot.Moderation.Statistics;
using CstoBot.Moderation.Statistics.Charts;
using CstoBot.Telegram.Rendering;
using Xunit;

namespace CstoBot.Tests.Moderation.Statistics;

public sealed class StatisticsChartTests
{
    private static readonly DateOnly First = new(2026, 2, 20);

    // A photo of more bytes than this is slow on a phone.
    private const int MostBytes = 200_000;

    [Theory]
    [InlineData("English", 2)]
    [InlineData("Russian", 7)]
    [InlineData("Russian", 365)]
    public void Is_a_PNG_of_the_size_that_a_phone_shows(string language, int days)
    {
        var picture = StatisticsChart.DrawOrNull(Some(days), StatisticsTexts.For(Enum.Parse<Language>(language)).Chart);

        Assert.NotNull(picture);
        Assert.Equal([0x89, .. "PNG\r\n\u001A\n"u8, 0, 0, 0, 13, .. "IHDR"u8], picture.AsSpan(0, 16).ToArray());
        Assert.Equal(StatisticsChart.Width, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)));
        Assert.Equal(StatisticsChart.Height, BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20)));
        Assert.InRange(picture.Length, 5_000, MostBytes);
    }

    [Fact]
    public void The_letters_of_both_languages_are_drawn()
    {
        var words = StatisticsTexts.For(Language.Russian).Chart;

        Assert.NotEqual(
            StatisticsChart.DrawOrNull(Some(3), words),
            StatisticsChart.DrawOrNull(Some(3), words with { Questions = new string('\uFFFF', words.Questions.Length) }));
        Assert.NotEqual(StatisticsChart.DrawOrNull(Some(3), words), StatisticsChart.DrawOrNull(Some(3), words with { Questions = words.Questions.Replace('о', 'а') }));
        Assert.Equal(StatisticsChart.DrawOrNull(Some(3), words), StatisticsChart.DrawOrNull(Some(3), words));
    }

    [Fact]
    public void A_single_day_needs_no_picture()
    {
        var words = StatisticsTexts.For(Language.English).Chart;
        var day = new DayFigures(First, 3, 1, 1, 0, 2, 1);

        Assert.Null(StatisticsChart.DrawOrNull(Of([day]), words));
        Assert.Null(StatisticsChart.DrawOrNull(Of([day, new DayFigures(First.AddDays(1), 0, 0, 0, 0, 0, 0)]), words));
        Assert.NotNull(StatisticsChart.DrawOrNull(Of([day, new DayFigures(First.AddDays(1), 0, 0, 0, 0, 1, 0)]), words));
    }

    private static CstoBot.Moderation.Statistics.Statistics Some(int days) =>
        Of([.. Enumerable.Range(0, days).Select(day => new DayFigures(First.AddDays(day), 5 + (day % 4), day % 3, 1 + (day % 2), day % 2, day % 5, day % 3))]);

    private static CstoBot.Moderation.Statistics.Statistics Of(IReadOnlyList<DayFigures> days) => new(days, [], new DecisionFigures(0, 0, 0, 0, null));
}
