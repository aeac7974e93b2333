using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Tests.Fakes;

namespace CstoBot.Tests.Moderation.Curated;

/// <summary>Kept answers, so that a test states only what matters to it.</summary>
internal static class SomeCurated
{
    public static readonly Reviewer Reviewer = new(77, "Ms <Moderator>");

    public static CuratedAnswer Kept(string question = "Who?", Answer? answer = null, long? caseId = 5) =>
        CuratedAnswer.Kept(caseId, new StandaloneQuestion(question, null), answer ?? Some.Answer("Six states."), Reviewer, Some.Time);

    /// <summary>A moderator's own words and nothing else.</summary>
    public static Answer Note(string text, Language language = Language.English) =>
        Some.Answer() with { Language = language, Statements = [new Statement(text, []) { IsNote = true }], Citations = [] };
}
