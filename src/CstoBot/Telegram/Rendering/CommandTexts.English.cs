namespace CstoBot.Telegram.Rendering;

internal sealed partial record CommandTexts
{
    private static readonly CommandTexts English = new()
    {
        YouAsk = "You ask:",
        LinkExpired = "This link is no longer valid: the question is not kept any more. Please write your question.",
        NoSuchDocument = "I do not have this document (any more). /sources lists those I have.",
        Headings = "It speaks of:",
        Beginning = "It begins:",
        ReadHere = "look inside",
        TooLong = "This is too long for a question. Please ask in a few sentences of up to 1,000 characters.",
        LanguageQuestion = "Which language shall I speak? Automatically, I use the language of your question. Quotes stay in the language of the document.",
        SettingsHeading = "Settings of this group; its administrators can change them:",
        LanguageIs = "Language",
        LanguageAutomatic = "Automatic",
        AnswersAre = "Answers",
        AnswersHere = "In the group",
        AnswersInPrivate = "In private, by a button",
        Saved = "Saved.",
        OnlyChatAdmins = "Only administrators of this group can change its settings.",
        ReadInPrivate = "I have looked it up.",
        ReadInPrivateButton = "Read the answer in a private chat",
        OnlyInPrivate = "This works in a private chat only.",
        OpenPrivateButton = "Open the private chat",
        ForgetButton = "Delete everything",
        KeepButton = "Keep it",
        NothingForgotten = "Nothing was deleted.",
        NothingStored = "Nothing of yours is stored.",
        EmbeddingsNotice = "To find passages by meaning, the text of a question is also sent to the server that the operator of this bot has configured for that.",
        InlineHint = "Write a question about the CSTO",
        InlineNothing = "Nothing found. Ask me in a private chat",
        InlineAnswer = "Answer with sources",
        InlineAskButton = "Ask the bot",
        PrivacyModeHelp = "In this group I get only commands, messages that mention me, and replies to mine; I do not see the rest of the conversation, and I do not need it. If a message to me stays unanswered, another bot may be meant by the command: write my name after it. To let me see all messages, an administrator of the group can make me an administrator too.",
        PrivateMenu =
        [
            new("ask", "Ask a question"),
            new("sources", "The documents I answer from"),
            new("language", "Choose my language"),
            new("privacy", "What is stored, and how to delete it"),
            new("forget", "Delete what is stored about you"),
            new("report", "Report a wrong answer (reply to it)"),
            new("help", "What I can do"),
        ],
        GroupMenu =
        [
            new("ask", "Ask a question"),
            new("sources", "The documents I answer from"),
            new("settings", "Settings of this group (administrators)"),
            new("report", "Report a wrong answer (reply to it)"),
            new("help", "How to use me here"),
        ],
        ModeratorMenu =
        [
            new("queue", "Answers that wait for a moderator"),
            new("mycases", "Your cases"),
            new("curated", "Answers kept for reuse"),
            new("gaps", "Questions that could not be answered"),
            new("stats", "Figures of the last days"),
        ],
        AdminMenu =
        [
            new("status", "How the bot is doing"),
            new("reload", "Read the documents again"),
            new("versions", "Earlier versions of the documents"),
            new("roles", "Who may do what"),
            new("audit", "Who changed what"),
        ],
        Status = new(
            "Version", "Running for", "Inbox", "Outbox", "Answers today (UTC)", "Documents", "Storage",
            "waiting", "set aside", "waiting", "given up", "markup refused", "answered", "not answered", "corpus version", "unreadable", "d", "MB", "GB",
            "Language model", "tokens today (UTC)", "cost", "does not answer, quotes stand in for it",
            "Its answers since the start", "quotes instead", "statements verified", "refused",
            "Last hour", "questions", "in the last minute", "number", "database", "documents", "index", "free on the disk", "Built with"),
        GreetGroupFormat = "Hello! I answer questions about the CSTO from documents, with the source of every sentence. To ask, write “@{0} your question”, use /ask, or reply to one of my messages; otherwise I am silent. /help explains more, /settings is for administrators.",
        HelpInGroupFormat = """
            In this group I answer when you mention me (“@{0} Which countries are members?”), use /ask@{0}, or reply to one of my messages; otherwise I am silent. To ask about what somebody wrote, reply to it and mention me.

            Tap the button with a number such as [1] to read the quoted passage.

            /sources – the documents I answer from
            /settings – language, and where I answer (for administrators)
            """,
        PrivacyFormat = """
            What is stored: your questions with my answers and your votes, with your Telegram id and that of the chat. Days until they are deleted: {0}. Messages and replies that could not be dealt with are kept as long, so that the fault can be found. Your choice of language stays until you change it. Who changes roles, settings or answers, or tries what their role does not allow, is noted with the Telegram id and without texts; that and a role stay. Other messages are not kept, and what you type after my name in other chats is not kept either. Logs hold no texts.

            What for: so that the buttons work, so that I understand “and when?” (your last questions of half an hour), and to see where my answers are wrong.

            Who can see it: the operator of this bot, and the moderators whom the operator has named, where answers are looked at before they are sent, where an answer is reported, and where nothing could be answered. In a group, everybody reads your question and my answer.

            How to delete it: /forget removes all that is stored about you, at once, but for such notes and a role. Messages in the chat itself you delete in Telegram.
            """,
        ForgetQuestionFormat = "Stored about you – questions with their answers: {0}, votes: {1}, messages that could not be dealt with: {2}. Shall I delete all of it, together with your choice of language? This cannot be undone, and the buttons under my earlier answers will no longer work.",
        ForgottenFormat = "Deleted – questions with their answers: {0}, votes: {1}, messages that could not be dealt with: {2}. Messages in this chat you can delete in Telegram.",
    };
}
