using CstoBot.Composition.Models;
using CstoBot.Verification.Statements;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Composition.Models;

public sealed class ReplyReaderTests
{
    private const string Two = """{"insufficient": false, "statements": [{"text": "One \"a\" {b}.", "quotes": [{"passage": 1, "quote": "One \u0041."}]}, {"text": "Two.", "quotes": [{"passage": 2, "quote": "Two"}, {"passage": 3, "quote": "too"}]}]}""";

    [Fact]
    public void A_statement_is_there_as_soon_as_it_is_complete()
    {
        var reader = new ReplyReader();
        var end = Two.IndexOf("}]},", StringComparison.Ordinal) + 3;

        Assert.Empty(reader.Read(Two[..(end - 1)]));
        var first = Assert.IsType<ModelReply.Statement>(Assert.Single(reader.Read(Two[(end - 1)..end]))).Value;
        Assert.Equal("One \"a\" {b}.", first.Text);
        Assert.Equal(new ModelQuote(1, "One A."), Assert.Single(first.Quotes));
        var second = Assert.IsType<ModelReply.Statement>(Assert.Single(reader.Read(Two[end..]))).Value;
        Assert.Equal([new ModelQuote(2, "Two"), new ModelQuote(3, "too")], second.Quotes);
    }

    [Fact]
    public void However_it_is_cut_into_pieces_the_same_is_read() => Prop.ForAll(
        ArbMap.Default.ArbFor<PositiveInt[]>(),
        sizes =>
        {
            var reader = new ReplyReader();
            var (replies, at) = (new List<ModelReply>(), 0);
            foreach (var size in sizes.Select(size => size.Get % 40))
            {
                var end = Math.Min(Two.Length, at + size);
                replies.AddRange(reader.Read(Two[at..end]));
                at = end;
            }

            replies.AddRange(reader.Read(Two[at..]));
            Assert.Equal(["One \"a\" {b}.", "Two."], replies.Cast<ModelReply.Statement>().Select(reply => reply.Value.Text));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("""{"insufficient": true, "statements": []}""")]
    [InlineData("""Sorry: {"statements": [], "insufficient": true,}""")]
    public void It_may_say_that_the_passages_do_not_answer(string answer) => Assert.IsType<ModelReply.Insufficient>(Assert.Single(new ReplyReader().Read(answer)));

    [Theory]
    [InlineData("Here you are:\n```json\n{\"statements\": [{\"text\": \"One.\", \"quotes\": [{\"passage\": 1, \"quote\": \"One\"},],},]}\n```\nGlad to help.")]
    [InlineData("[{\"statement\": \"One.\", \"quotes\": [{\"source\": \"[1]\", \"text\": \"One\"}]}]")]
    [InlineData("{\"text\": \"One.\", \"passage\": 1, \"quote\": \"One\"}")]
    [InlineData("He said \"so\". {\"statements\": [{\"text\": \"One.\", \"passage\": \"1\", \"quotes\": [\"One\"]}")]
    public void Small_liberties_are_borne_with(string answer)
    {
        var statement = Assert.IsType<ModelReply.Statement>(Assert.Single(new ReplyReader().Read(answer))).Value;

        Assert.Equal("One.", statement.Text);
        Assert.Equal(new ModelQuote(1, "One"), Assert.Single(statement.Quotes));
    }

    [Theory]
    [InlineData("")]
    [InlineData("I think that it met in Astana.")]
    [InlineData("{'statements': [{'text': 'One.'}]}")]
    [InlineData("{\"statements\": [{\"text\": \"One")]
    [InlineData("{\"statements\": [{\"text\": 5, \"quotes\": null}]}")]
    [InlineData("}}}}]]]]{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{")]
    public void What_cannot_be_read_is_left_out(string answer) => Assert.Empty(new ReplyReader().Read(answer));

    [Fact]
    public void A_model_that_does_not_end_is_not_listened_to_for_ever()
    {
        var (endless, many) = (new ReplyReader(), new ReplyReader());
        var replies = new List<ModelReply>();
        for (var turn = 0; turn < 100; turn++)
        {
            endless.Read(new string('x', 1_000));
            replies.AddRange(many.Read($$"""{"text": "Number {{turn}}.", "quotes": []} {"text": "The same.", "quotes": []} """));
        }

        Assert.True(endless.IsFull);
        Assert.True(many.IsFull);
        Assert.Equal(ReplyReader.MaxStatements, replies.Count);
    }

    [Fact]
    public void Anything_at_all_may_come() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => new ReplyReader().Read(text ?? string.Empty).Count == 0 || text!.Contains('}', StringComparison.Ordinal)).QuickCheckThrowOnFailure();
}
