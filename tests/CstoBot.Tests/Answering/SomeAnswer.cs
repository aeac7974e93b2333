using System.Text.RegularExpressions;
using CstoBot.Answering;
using CstoBot.Ingestion;
using Xunit;

namespace CstoBot.Tests.Answering;

/// <summary>What holds of every answer, whatever was asked and of whatever documents.</summary>
internal static partial class SomeAnswer
{
    public static void HasTrueCitations(Answer answer, Corpus corpus)
    {
        var documents = corpus.Documents.ToDictionary(document => document.Name);
        Assert.All(answer.Citations, citation => Assert.Equal(
            citation.Quote, documents[citation.Source].Text.Substring(citation.Start, citation.Length)));
        Assert.All(answer.Citations, citation => Assert.True(citation.Length > 0));

        Assert.Equal(Enumerable.Range(1, answer.Citations.Count), answer.Citations.Select(citation => citation.Number));
        Assert.Equal(answer.Citations.Select(citation => citation.Number), answer.Statements.SelectMany(statement => statement.Citations).Distinct());
        Assert.All(answer.Statements, statement => Assert.NotEmpty(statement.Citations));

        var lines = answer.Text.Split('\n').Skip(answer.Lead is null ? 0 : 1).ToList();
        Assert.Equal(answer.Statements.Count, lines.Count);
        Assert.All(lines.Zip(answer.Statements), pair => Assert.Equal(
            pair.Second.Citations, Markers().Match(pair.First).Groups[1].Captures.Select(capture => int.Parse(capture.Value, null))));
    }

    // A document may hold "[9]" of its own; a marker stands behind the statement.
    [GeneratedRegex(@"(?:\[(\d+)\])+$")]
    private static partial Regex Markers();
}
