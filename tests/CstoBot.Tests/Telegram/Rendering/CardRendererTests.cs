using System.Text;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Moderation.Cases;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class CardRendererTests
{
    private const int MostUnits = 4_096;
    private const int MostBytes = 64;
    private static readonly bool[] Both = [false, true];

    private static readonly Arbitrary<(string[] Texts, CaseState State, int Statements)> Any = (
        from texts in Gen.Frequency((2, AnyTextTests.Texts.Generator), (1, Gen.Elements("a", "😀", "<b>&", "ش ", "\u202E", "word ").Select(piece => string.Concat(Enumerable.Repeat(piece, 4_000 / piece.Length))))).ArrayOf(8)
        from state in Gen.Elements(Enum.GetValues<CaseState>())
        from statements in Gen.Choose(1, 12)
        select (texts, state, statements)).ToArbitrary();

    [Fact]
    public void Any_case_is_one_message_with_buttons_that_Telegram_takes() => Prop.ForAll(Any, tried =>
    {
        var (texts, state, statements) = tried;
        foreach (var proposed in Both)
        {
            var view = new CardView(Case(texts, state, statements, proposed && state == CaseState.Pending), Language.Russian, TimeZoneInfo.Utc, Some.Time)
            {
                CanBeKept = true,
                Similar = [new SimilarAnswer(long.MaxValue, texts[5]), new SimilarAnswer(2, texts[6])],
                Changes = [new ChangedText("[1]", texts[6]), new ChangedText("[1]", texts[7])],
            };

            var card = CardRenderer.Render(view);

            Assert.InRange(card.Text.Plain.Length, 1, MostUnits);
            Assert.Contains($"{long.MaxValue}", card.Text.Plain, StringComparison.Ordinal);
            AssertFits(card.Keyboard);
            AssertFits(CardRenderer.Reasons(view.Case, Language.Russian));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));

    private static void AssertFits(Keyboard? keyboard) => Assert.All((keyboard?.Rows ?? []).SelectMany(row => row), button =>
    {
        Assert.InRange(Encoding.UTF8.GetByteCount(button.Data), 1, MostBytes);
        Assert.False(string.IsNullOrWhiteSpace(button.Label));
    });

    private static Case Case(string[] texts, CaseState state, int statements, bool proposed)
    {
        var person = new Reviewer(long.MaxValue, texts[4]);
        var draft = new CaseDraft(long.MaxValue, Answer(texts[1], statements));
        return new Case(
            long.MaxValue,
            CaseOrigin.Held,
            state,
            5,
            new CaseQuestion(texts[0], [texts[2], texts[3]], new ConversationKey(1, 0, 1), 1, IsGroup: false, Language.Russian, 1),
            draft,
            Some.Time)
        {
            Reasons = Enum.GetValues<HoldReason>(),
            Remark = texts[3],
            Claim = state == CaseState.Pending ? new Claim(person, Some.Time + TimeSpan.FromMinutes(1)) : null,
            Proposal = proposed ? new Proposal(new CaseDraft(long.MaxValue, Answer(texts[2], statements)), 1) : null,
            Decision = state == CaseState.Pending ? null : new Decision(person, Some.Time),
            Final = state is CaseState.Approved or CaseState.Edited ? new CaseDraft(long.MaxValue, Answer(texts[3], statements)) : null,
        };
    }

    private static Answer Answer(string text, int statements) => Some.Answer([.. Enumerable.Repeat(text, statements)]);
}
