namespace CstoBot.Telegram.Rendering;

internal sealed partial record CuratedTexts
{
    private static readonly CuratedTexts Russian = new()
    {
        Heading = "Ответы, сохранённые для повторного использования. Чтобы прочитать ответ: /curated и его номер.",
        None = "Сохранённых ответов пока нет.",
        NoSuch = "Сохранённого ответа с таким номером нет.",
        Active = "используется",
        Suspended = "приостановлен: изменилось то, на что он ссылается",
        Retired = "снят",
        Retire = "Снять",
        Keep = "Оставить",
        StaysKept = "Всё остаётся как было.",
        AlreadyRetired = "Он уже снят.",
        Somebody = "модератор",
        RetireQuestionFormat = "Снять сохранённый ответ #{0}? Он больше не будет показываться.",
        RetiredFormat = "Ответ #{0} снят и больше не будет показываться.",
    };
}
