using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class SourceNamesTests
{
    [Theory]
    [InlineData("In his exclusive interview with Sputnik Belarus, the minister spoke of Serbia", "sputnik belarus")]
    [InlineData("Interview of the Secretary General Imangali Tasmagambetov to the TASS agency", "tass")]
    [InlineData("An interview given to Norrby Post about Riga", "norrby post")]
    [InlineData("said in an interview with National Defense magazine, Report informs", "national defense")]
    [InlineData("An interview with Helena Brandt of the library", "")]
    [InlineData("The magazine lies in the library of Riga", "")]
    [InlineData("", "")]
    public void The_medium_is_told_from_the_subject(string text, string expected)
    {
        var terms = TextAnalyzer.Analyze(text);

        Assert.Equal(expected, string.Join(' ', terms.Zip(SourceNames.Mask(terms, text)).Where(pair => pair.Second).Select(pair => pair.First.Exact)));
    }
}
