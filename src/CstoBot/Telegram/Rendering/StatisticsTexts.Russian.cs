namespace CstoBot.Telegram.Rendering;

internal sealed partial record StatisticsTexts
{
    private static readonly StatisticsTexts Russian = new()
    {
        Heading = "Статистика, дней: {0}, {1} – {2} (UTC)",
        OneDayHeading = "Статистика за {1} (UTC)",
        Nothing = "За это время вопросов не было.",
        Questions = "Вопросы",
        Answered = "ответ сразу",
        Held = "переданы модератору",
        Abstained = "без ответа",
        Refused = "отклонены ботом",
        Decisions = "Решения модераторов",
        Approved = "одобрено без правок",
        Edited = "исправлено",
        Rejected = "отклонено",
        Expired = "не рассмотрено в срок",
        MedianTime = "медианное время до решения",
        Votes = "Оценки",
        ByComposer = "Как составлены ответы",
        ByDay = "По дням",
        DayLine = "вопросы = сразу + у модератора + без ответа",
        WrongDays = "Укажите, пожалуйста, число дней от 1 до {0}, например /stats 7.",
        Seconds = "с",
        Minutes = "мин",
        Hours = "ч",
        Days = "дн.",
        Composers = new Dictionary<string, string>
        {
            ["quotes"] = "цитаты", ["model"] = "языковая модель", ["curated"] = "проверены ранее", ["checked"] = "проверены ранее", ["moderator"] = "модератор",
        },
        Chart = new(
            "Вопросы по дням",
            "ответ сразу",
            "у модератора",
            "без ответа",
            "Оценки по дням",
            "за",
            "против",
            ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"]),
    };
}
