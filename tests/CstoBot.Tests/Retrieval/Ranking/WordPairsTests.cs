using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Ranking;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class WordPairsTests
{
    [Fact]
    public void Neighbours_of_the_question_count_where_they_follow_each_other()
    {
        var together = Score("peace keeping", "They spoke of peace keeping at length.");

        Assert.True(together > 0);
        Assert.Equal(0, Score("peace keeping", "They spoke of keeping peace at length."));
        Assert.Equal(0, Score("peace keeping", "For peace they were keeping watch."));
    }

    [Fact]
    public void As_many_words_may_stand_between_them_as_in_the_question()
    {
        Assert.True(Score("summit of Minsk", "The summit in Minsk ended.") > 0);
        Assert.True(Score("summit of Minsk", "The Summit Minsk ended.") > 0);
        Assert.Equal(0, Score("summit of Minsk", "The summit was held in Minsk."));
    }

    [Fact]
    public void The_more_often_the_better() =>
        Assert.True(Score("peace keeping", "Peace keeping is peace keeping.") > Score("peace keeping", "Peace keeping is a duty."));

    [Theory]
    [InlineData("peace")]
    [InlineData("peace peace")]
    [InlineData("")]
    public void One_word_is_no_pair(string question) => Assert.Equal(0, Score(question, "Peace, peace, peace."));

    private static double Score(string question, string text)
    {
        var words = new QueryWords();
        var weighed = TextAnalyzer.Analyze(question)
            .Select((term, place) => (term, place))
            .Where(word => !StopWords.Contains(word.term.Exact))
            .Select(word => (words.Add(word.term.Stem), word.place, 1.0))
            .ToList();
        var pairs = new WordPairs(weighed, words, average: 6);
        var chunk = SomeWords.Of(text);
        words.Find(chunk);
        return pairs.Score(chunk.Length);
    }
}
