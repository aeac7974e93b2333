namespace CstoBot.Telegram.Rendering;

internal sealed partial record CuratedTexts
{
    private static readonly CuratedTexts English = new()
    {
        Heading = "Answers kept for reuse. To read one: /curated and its number.",
        None = "No answers are kept for reuse yet.",
        NoSuch = "There is no kept answer with this number.",
        Active = "in use",
        Suspended = "suspended: what it cites has changed",
        Retired = "retired",
        Retire = "Retire",
        Keep = "Keep it",
        StaysKept = "It stays as it was.",
        AlreadyRetired = "It is retired already.",
        Somebody = "a moderator",
        RetireQuestionFormat = "Retire the kept answer #{0}? It will not be given any more.",
        RetiredFormat = "#{0} is retired and will not be given any more.",
    };
}
