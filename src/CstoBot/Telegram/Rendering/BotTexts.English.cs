namespace CstoBot.Telegram.Rendering;

internal sealed partial record BotTexts
{
    private static readonly BotTexts English = new()
    {
        Start = """
            Hello! Ask me about the Collective Security Treaty Organization (CSTO): its members, bodies, exercises, statements.

            I answer only from the documents I was given, and every sentence shows where it stands. When they do not say, I tell you so. /help explains more, /sources lists the documents.
            """,
        Help = """
            Write a question, for example: “What does the CSTO say about Afghanistan?” You can go on from there: “and about drug trafficking?”

            Every sentence of an answer ends with a number such as [1]. Tap the button with that number to read the quoted passage in its context. With 👍 and 👎 you say whether the answer helped; you can change your mind.

            In a group I answer when you mention me, reply to one of my messages or use /ask, and I am silent otherwise. To ask about what somebody wrote, reply to it and mention me. I read only text, captions included.

            In any other chat, write my name and a question, for example “@{0} members of the CSTO”, and choose what to post.

            /ask – ask a question (useful in groups)
            /sources – the documents I answer from
            /language – the language I speak
            /privacy – what is stored, and for how long
            /forget – delete what is stored about you
            /help – this text
            """,
        AskSomething = "What would you like to know? Write your question after the command or the mention, or reply with it to a message.",
        UnknownCommand = "I do not know this command. /help lists what I can do.",
        OnlyTextIsRead = "I can read only text. Please write your question in words.",
        SourcesHeading = "Documents I answer from:",
        NoSources = "I have no documents at the moment.",
        PromptsReloaded = "New prompts",
        PromptsFailed = "The prompts cannot be used; I go on with the old ones.",
        NearestDocuments = "The closest documents:",
        Inferred = "Inferred, not stated",
        Original = "Original",
        Close = "✖ Close",
        ThanksForVote = "Thank you!",
        ButtonExpired = "This button is no longer valid: the answer is not kept any more. Please ask again.",
        SomethingFailed = "Something went wrong. Please try again later.",
        TooManyPerMinute = "That is too many questions for one minute (limit: {0}). Please try again in {1}.",
        TooManyPerDay = "That is too many questions for one day (limit: {0}). Please try again in {1}.",
        Seconds = "s",
        Minutes = "min",
        Hours = "h",
        InEnglish = "in English",
        InRussian = "in Russian",
        PreviousPassage = "◀ Previous passage",
        NextPassage = "Next passage ▶",
        BackToQuote = "↩ Back to the quote",
        DocumentChanged = "This document has changed or is gone since, so its pages cannot be turned any more. Ask again to see its current text.",
        EarlierVersion = "from an earlier version of the document",
        PageFormat = "p. {0}",
        MoreDetail = "More detail",
        MoreOn = "More on: {0}",
        NothingMore = "The documents hold nothing more on this that would be worth reading.",
        WhyNotGood = "Thank you! What was wrong with the answer?",
        ReasonWrong = "Wrong",
        ReasonOutdated = "Outdated",
        ReasonIncomplete = "Incomplete",
        ReasonNotAsked = "Not what I asked",
        NoReason = "↩ Back",
        StopWriting = "⏹ Stop",
        OnlyAskerStops = "Only the person who asked, or a moderator, can stop this answer.",
    };
}
