namespace CstoBot.Telegram.Rendering;

internal sealed partial record GapTexts
{
    private static readonly GapTexts Russian = new()
    {
        NoneOpen = "Открытых пробелов нет: документы ответили на все вопросы, или вы уже разобрали остальное.",
        NoneSettled = "Разобранных пробелов пока нет.",
        OpenHeading = "Пробел {0} · открытые, {1} из {2}",
        SettledHeading = "Пробел {0} · разобранные, {1} из {2}",
        Asked = "Спросили человек: {0}, раз: {1}",
        Between = "{0} – {1}",
        On = "{0}",
        Languages = "Спрашивали",
        Nearest = "Ближайшие документы, в которых ответа нет:",
        NothingNear = "Близких документов нет.",
        Requested = "У администраторов попросили документ: {0}.",
        OutOfScope = "Отмечено, что вопрос не по теме: {0}.",
        Answered = "Ответил модератор: {0}.",
        AskedSince = "С тех пор спросили ещё раз: {0}",
        AnswerButton = "✍️ Ответить",
        OutOfScopeButton = "🚫 Не по теме",
        RequestButton = "📄 Попросить документ",
        ReopenButton = "↩️ Открыть снова",
        ShowOpen = "Открытые: {0}",
        ShowSettled = "Разобранные: {0}",
        Marked = "Сохранено.",
        RequestSent = "Администраторам отправлена просьба.",
        RequestedBefore = "Администраторов уже попросили.",
        NoAdmins = "Нет администратора, которого можно попросить.",
        Changed = "Список изменился. Вот что в нём сейчас.",
        PleaseAdd = "Модератор просит добавить документ. Об этом спрашивают, а в документах ответа нет:",
        HowToAdd = "Когда добавите документ, отправьте /reload.",
    };
}
