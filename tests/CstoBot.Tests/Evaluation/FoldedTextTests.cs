using CstoBot.Evaluation;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed class FoldedTextTests
{
    // What the reference implementation makes of them.
    [Theory]
    [InlineData("  a\u00A0\u2009b\u001C\r\nc ", "a b c")]
    [InlineData("“a” „b“ «c» ‘d’ `e`", "\"a\" \"b\" \"c\" 'd' 'e'")]
    [InlineData("a‐b‑c‒d–e—f−g", "a-b-c-d-e-f-g")]
    [InlineData("Её ёж ЁЖ", "Ее еж ЕЖ")]
    [InlineData("е\u0308 и\u0306 e\u0301 A\u030A C\u0327", "е й é Å Ç")]
    [InlineData("… № ™ ﬁ ½ 10² H₂O ＡＢ１ Ⅻ ⅳ 5″ 7′", "... No TM fi 1⁄2 102 H2O AB1 XII iv 5'' 7'")]
    [InlineData("", "")]
    public void Spellings_of_one_text_are_one(string text, string folded) => Assert.Equal(folded, FoldedText.Of(text));

    [Fact]
    public void Folding_again_changes_nothing_and_no_text_fails() =>
        Prop.ForAll<string>(text => FoldedText.Of(FoldedText.Of(text ?? "")) == FoldedText.Of(text ?? "")).QuickCheckThrowOnFailure();
}
