using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Moderation.Curated;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Moderation.Curated;

public sealed class CuratedCheckTests
{
    private const string Text = "The council met in Minsk in May. It lasted two days.";
    private const string Filler = "Many words of no weight were said on the way to the town. ";

    [Fact]
    public async Task Nothing_is_affected_while_the_passages_stand()
    {
        var kept = await KeptAsync(Text);

        Assert.Empty(CuratedCheck.Affected([kept, SomeCurated.Kept("A note?", SomeCurated.Note("Yes."))], SomeCorpus.Index(Text, "Another document.")));
    }

    [Fact]
    public async Task An_edit_far_from_the_quote_affects_nothing()
    {
        var far = string.Concat(Enumerable.Repeat(Filler, 20));
        var kept = await KeptAsync($"{Text} {far}The end.");

        Assert.Empty(CuratedCheck.Affected([kept], SomeCorpus.Index($"{Text} {far}Another end.")));
    }

    [Fact]
    public async Task A_changed_quote_is_shown_with_what_stands_there_now()
    {
        var kept = await KeptAsync(Text);

        var changed = Assert.Single(CuratedCheck.Affected([kept], SomeCorpus.Index(Text.Replace("Minsk", "Astana", StringComparison.Ordinal))));

        Assert.Equal(kept, changed.Answer);
        var citation = Assert.Single(changed.Citations);
        Assert.Contains("Minsk", citation.Before.Quote, StringComparison.Ordinal);
        Assert.Equal("The council met in Astana in May.", citation.Now!.Quote);
        Assert.Contains("two days", citation.Now.Passage.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_whose_surroundings_have_changed_is_shown_in_the_new_ones()
    {
        var kept = await KeptAsync(Text);

        var changed = Assert.Single(CuratedCheck.Affected([kept], SomeCorpus.Index(Text.Replace("It lasted two days.", "This is not true.", StringComparison.Ordinal))));

        var citation = Assert.Single(changed.Citations);
        Assert.Equal(citation.Before.Quote, citation.Now!.Quote);
        Assert.Contains("not true", citation.Now.Passage.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fish swim in the sea.", "a.txt")]
    [InlineData(Text, "b.txt")]
    public async Task What_is_gone_has_nothing_in_its_place(string text, string name)
    {
        var kept = await KeptAsync(Text);
        var index = PassageIndex.Build(SomeCorpus.Of(SomeCorpus.Document(text, name)), Glossary.Empty);

        var changed = Assert.Single(CuratedCheck.Affected([kept], index));

        Assert.Null(Assert.Single(changed.Citations).Now);
    }

    [Fact]
    public async Task Another_date_of_the_same_words_is_a_change()
    {
        var kept = await KeptAsync(Text);
        var dated = SomeCorpus.Document(Text, metadata: DocumentMetadata.Unknown with { Published = new DateOnly(2020, 1, 1) });

        Assert.Single(CuratedCheck.Affected([kept], PassageIndex.Build(SomeCorpus.Of(dated), Glossary.Empty)));
    }

    private static async Task<CuratedAnswer> KeptAsync(string text)
    {
        var composed = Assert.IsType<AnswerOutcome.Answered>(await SomeCorpus.Index(text).AskAsync("Where did the council meet in May?")).Answer;
        return CuratedAnswer.Kept(5, new StandaloneQuestion("Where did the council meet in May?", null), composed, SomeCurated.Reviewer, Some.Time);
    }
}
