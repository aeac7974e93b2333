namespace CstoBot.Telegram.Rendering;

internal sealed partial record GapTexts
{
    private static readonly GapTexts English = new()
    {
        NoneOpen = "There are no open gaps: the documents answered everything that was asked, or you have dealt with the rest.",
        NoneSettled = "No gap has been settled yet.",
        OpenHeading = "Gap {0} · open, {1} of {2}",
        SettledHeading = "Gap {0} · settled, {1} of {2}",
        Asked = "People who asked: {0}, times: {1}",
        Between = "{0} – {1}",
        On = "{0}",
        Languages = "Asked",
        Nearest = "Nearest documents, which did not answer it:",
        NothingNear = "No document comes near it.",
        Requested = "The admins were asked for a document on {0}.",
        OutOfScope = "Marked as out of scope on {0}.",
        Answered = "Answered by a moderator on {0}.",
        AskedSince = "Asked again since then: {0}",
        AnswerButton = "✍️ Answer",
        OutOfScopeButton = "🚫 Out of scope",
        RequestButton = "📄 Ask for a document",
        ReopenButton = "↩️ Reopen",
        ShowOpen = "Open: {0}",
        ShowSettled = "Settled: {0}",
        Marked = "Saved.",
        RequestSent = "The admins have been asked.",
        RequestedBefore = "The admins have been asked already.",
        NoAdmins = "There is no admin to ask.",
        Changed = "The list has changed. Here is what is there now.",
        PleaseAdd = "A moderator asks for a document. People ask this, and the documents do not answer it:",
        HowToAdd = "When you have added one, /reload takes it up.",
    };
}
