using CstoBot.Conversations;

namespace CstoBot.Telegram.Rendering;

/// <summary>Dates as people write them: "24 June 2024", "24 июня 2024".</summary>
internal static class DateText
{
    private static readonly string[] English =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] Russian =
        ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря"];

    /// <summary>A missing date is said to be missing.</summary>
    public static string Of(DateOnly? date, Language language) => date is { } day
        ? $"{day.Day} {(language == Language.Russian ? Russian : English)[day.Month - 1]} {day.Year:D4}"
        : BotTexts.For(language).Undated;
}
