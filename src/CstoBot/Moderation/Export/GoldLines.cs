using System.Text;
using CstoBot.Answering;
using CstoBot.Evaluation;

namespace CstoBot.Moderation.Export;

/// <summary>Makes questions of an evaluation of what moderators decided. Pure.</summary>
internal static class GoldLines
{
    // What has a meaning of its own in a regular expression, in Python's and in .NET's.
    private const string Marks = @"\.^$|?*+()[]{}";

    /// <summary>The latest decision about each question; an answer that cites nothing cannot be graded and is left out.</summary>
    public static IReadOnlyList<QuestionFileLine> Of(IReadOnlyList<DecidedQuestion> decided) =>
    [
        .. decided.Reverse()
            .DistinctBy(question => string.Join('\n', [.. question.History, question.Question]))
            .Reverse()
            .Where(question => question.Answer is not { Citations.Count: 0 })
            .Select(Line),
    ];

    private static QuestionFileLine Line(DecidedQuestion decided)
    {
        IReadOnlyList<string>? history = decided.History.Count == 0 ? null : decided.History;
        var unanswerable = new QuestionFileLine(
            decided.Id, decided.Kind, decided.Question, history, "abstain", Gold: null, Must: null, MustNot: null, Docs: null, MinDocs: null, Quote: null, Quotes: null, Correction: null, AlsoOk: null);
        if (decided.Answer is not { } answer)
        {
            return unanswerable;
        }

        var quotes = answer.Citations.Select(citation => citation.Quote).Distinct().ToList();
        return unanswerable with
        {
            Expect = "answer",
            Gold = string.Join(' ', answer.Statements.Select(statement => statement.Text)),
            Must = [.. answer.Statements.Select(statement => Patterns(statement, answer))],
            Docs = [.. answer.Citations.Select(citation => citation.Source).Distinct()],
            MinDocs = 1,
            Quote = quotes[0],
            Quotes = quotes.Count == 1 ? null : [.. quotes.Skip(1).Select(quote => new QuestionFileQuote(quote))],
        };
    }

    /// <summary>What an answer must say for a statement: the statement itself, or a quote that supports it.</summary>
    private static IReadOnlyList<string> Patterns(Statement statement, Answer answer) =>
    [
        .. answer.Citations.Where(citation => statement.Citations.Contains(citation.Number))
            .Select(citation => citation.Quote)
            .Prepend(statement.Text)
            .Select(Pattern)
            .Distinct(),
    ];

    private static string Pattern(string text)
    {
        var pattern = new StringBuilder(text.Length);
        foreach (var character in FoldedText.Of(text).Trim())
        {
            pattern.Append(Marks.Contains(character, StringComparison.Ordinal) ? $"\\{character}" : character.ToString());
        }

        return pattern.ToString();
    }
}
