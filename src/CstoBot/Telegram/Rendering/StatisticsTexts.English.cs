namespace CstoBot.Telegram.Rendering;

internal sealed partial record StatisticsTexts
{
    private static readonly StatisticsTexts English = new()
    {
        Heading = "Statistics for {0} days, {1} – {2} (UTC)",
        OneDayHeading = "Statistics for {1} (UTC)",
        Nothing = "Nobody has asked anything in this time.",
        Questions = "Questions",
        Answered = "answered at once",
        Held = "held for a moderator",
        Abstained = "not answered",
        Refused = "refused",
        Decisions = "Moderators' decisions",
        Approved = "approved unchanged",
        Edited = "edited",
        Rejected = "rejected",
        Expired = "nobody decided in time",
        MedianTime = "median time to a decision",
        Votes = "Votes",
        ByComposer = "Answers by how they were composed",
        ByDay = "By day",
        DayLine = "questions = answered + held + not answered",
        WrongDays = "Please give a number of days from 1 to {0}: for example /stats 7.",
        Seconds = "s",
        Minutes = "min",
        Hours = "h",
        Days = "d",
        Composers = new Dictionary<string, string>
        {
            ["quotes"] = "quotes", ["model"] = "language model", ["curated"] = "checked earlier", ["checked"] = "checked earlier", ["moderator"] = "a moderator",
        },
        Chart = new(
            "Questions by day",
            "answered at once",
            "held",
            "not answered",
            "Votes by day",
            "for",
            "against",
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]),
    };
}
