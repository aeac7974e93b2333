using CstoBot.Moderation.Edits;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Moderation;

public sealed class EditedTextTests
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    private static readonly Arbitrary<(string Word, string Marker)[]> Lines = (
        from word in Gen.Elements("six ", "states", " met.", "Москва ", "😀", "\n", "שלום ", "<b>", "a [ b", "")
        from marker in Gen.Elements("", "", "[1]", " [12]", "[[some words]]", "[1][2]", "[1] [[where]].", "[3]!")
        select (word, marker)).ArrayOf().ToArbitrary();

    [Fact]
    public void No_letter_of_any_text_is_lost() => Prop.ForAll(AnyTextTests.Texts, text =>
    {
        var statements = EditedText.Parse(text);

        Assert.Equal(Letters(text), Letters(string.Concat(statements.SelectMany(statement => statement.Queries.Prepend(statement.Text)))));
        Assert.All(statements, statement => Assert.True(statement.Text.Length + statement.Citations.Count + statement.Queries.Count > 0 || text.Contains("[[", StringComparison.Ordinal)));
    }).Check(Thorough);

    [Fact]
    public void Every_marker_is_read_and_none_is_left_in_the_text() => Prop.ForAll(Lines, pieces =>
    {
        var statements = EditedText.Parse(string.Concat(pieces.Select(piece => piece.Word + piece.Marker)));

        Assert.DoesNotContain(statements, statement => statement.Text.Contains("[1]", StringComparison.Ordinal) || statement.Text.Contains("[[", StringComparison.Ordinal));
        Assert.Equal(pieces.Any(piece => piece.Marker.Contains("[12]", StringComparison.Ordinal)), statements.Any(statement => statement.Citations.Contains(12)));
        Assert.Equal(pieces.Count(piece => piece.Marker.Contains("[[", StringComparison.Ordinal)), statements.Sum(statement => statement.Queries.Count));
    }).Check(Thorough);

    [Theory]
    [InlineData("[[council in Minsk]].")]
    [InlineData("  [[council in Minsk]]")]
    public void What_is_only_to_be_searched_for_has_no_text(string text)
    {
        var statement = Assert.Single(EditedText.Parse(text));

        Assert.Equal("", statement.Text);
        Assert.Equal("council in Minsk", Assert.Single(statement.Queries));
    }

    [Theory]
    [InlineData("Six states [1].", "Six states.")]
    [InlineData("Six states. [1]", "Six states.")]
    public void A_full_stop_may_stand_on_either_side_of_the_markers(string text, string said) =>
        Assert.Equal(said, Assert.Single(EditedText.Parse(text)).Text);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter).Order());
}
