using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Verification;

namespace CstoBot.Telegram.Rendering;

/// <summary>
/// The buttons under an answer: its citations, questions to go on with, and what to do with it. At most five rows, but where a list cites
/// more than sixteen places.
/// </summary>
internal static class AnswerKeyboard
{
    // With more citations a button holds its number alone: the list of sources above it says which is which.
    private const int NamedCitations = 4;
    private const int NamedPerRow = 2;
    private const int NumbersPerRow = 8;

    // Telegram takes at most 100 buttons.
    private const int MaxCitations = 88;

    private const int LabelLength = 30;

    /// <summary>A phone shows about half of it and ends it by itself; the reply shows the question whole.</summary>
    private const int QuestionLength = 100;

    private const int MaxRows = 5;

    /// <param name="vote">The one that is to be seen; null for none.</param>
    public static Keyboard Of(long answerId, IReadOnlyList<Citation> citations, FollowUps followUps, Language language, Vote? vote = null)
    {
        var isNamed = citations.Count <= NamedCitations;
        var cited = citations
            .Take(MaxCitations)
            .Select(citation => new Button(
                isNamed ? PlainText.Shorten(SourceList.Label(citation, language), LabelLength) : $"[{citation.Number}]",
                new ButtonData.ShowCitation(answerId, citation.Number).ToString()))
            .Chunk(isNamed ? NamedPerRow : NumbersPerRow)
            .ToList();
        return new Keyboard([.. cited, .. Questions(answerId, followUps).Take(Math.Max(1, MaxRows - 1 - cited.Count)), LastRow(answerId, followUps, language, vote)]);
    }

    /// <summary>Below what is no answer: only questions to go on with. Null when there are none.</summary>
    public static Keyboard? OrNull(long answerId, FollowUps followUps) =>
        followUps.Questions.Count == 0 ? null : new Keyboard([.. Questions(answerId, followUps)]);

    /// <summary>Asks why an answer is no good.</summary>
    public static Keyboard Reasons(long answerId, Language language)
    {
        var texts = BotTexts.For(language);
        Button Reason(string label, VoteReason reason) => new(label, new ButtonData.GiveReason(answerId, reason).ToString());
        return new Keyboard(
        [
            [Reason(texts.ReasonWrong, VoteReason.Wrong), Reason(texts.ReasonOutdated, VoteReason.Outdated)],
            [Reason(texts.ReasonIncomplete, VoteReason.Incomplete), Reason(texts.ReasonNotAsked, VoteReason.NotAsked)],
            [new Button(texts.NoReason, new ButtonData.NoReason(answerId).ToString())],
        ]);
    }

    private static IEnumerable<IReadOnlyList<Button>> Questions(long answerId, FollowUps followUps) =>
        followUps.Questions.Select((question, place) =>
            new[] { new Button(PlainText.Shorten(PlainText.OneLine(question), QuestionLength), new ButtonData.AskNext(answerId, place).ToString()) });

    private static List<Button> LastRow(long answerId, FollowUps followUps, Language language, Vote? vote)
    {
        Button Rate(string label, Vote which) => new(vote == which ? $"✓ {label}" : label, new ButtonData.Rate(answerId, which).ToString());
        List<Button> row = [Rate("👍", Vote.Up), Rate("👎", Vote.Down)];
        if (followUps.HasMore)
        {
            row.Add(new Button(BotTexts.For(language).MoreDetail, new ButtonData.ShowMore(answerId).ToString()));
        }

        return row;
    }
}
