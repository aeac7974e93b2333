using CstoBot.Ingestion;

namespace CstoBot.Evaluation.Html;

/// <summary>The questions that were not answered rightly, by type, each with what is needed to see why.</summary>
internal static class FailingQuestions
{
    private const int ExcerptLength = 160;

    public static string Anchor(string type) => $"type-{Uri.EscapeDataString(type)}";

    /// <param name="retrieved">The passages found for a question, best first.</param>
    public static Markup Render(EvaluationReport report, Func<GoldQuestion, IReadOnlyList<RetrievedPassage>> retrieved) => Markup.Of($"""
        <section class="failing">
        <h2>{report.Failing.Count()} failing</h2>
        {report.Failing.GroupBy(graded => graded.Question.Type).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Group(group, retrieved))}
        </section>
        """);

    private static Markup Group(IGrouping<string, GradedQuestion> type, Func<GoldQuestion, IReadOnlyList<RetrievedPassage>> retrieved) => Markup.Of($"""
        <h3 id="{Anchor(type.Key)}">{type.Key}</h3>
        {type.Select(graded => Question(graded, retrieved(graded.Question)))}
        """);

    private static Markup Question(GradedQuestion graded, IReadOnlyList<RetrievedPassage> passages) => Markup.Of($"""
        <details>
        <summary><span class="asked">{graded.Question.Conversation.Question}</span> <span class="why">{graded.FaultOrNull}</span> <code>{graded.Question.Id}</code></summary>
        {graded.Question.Conversation.History.Select(turn => Markup.Of($"""<p class="history">Asked before: {turn}</p>"""))}
        <div class="pair">
        <div><h4>Given: {Status(graded.Answer)}</h4><p class="text">{graded.Answer.Text}</p>{Cited(graded.Answer)}</div>
        <div><h4>Expected</h4>{Expected(graded)}</div>
        </div>
        <h4>Retrieved</h4>
        {(passages.Count == 0 ? Markup.Of($"<p>Nothing.</p>") : Markup.Of($"""<ol class="passages">{passages.Select(Passage)}</ol>"""))}
        </details>

        """);

    private static string Status(GivenAnswer answer) =>
        answer.Status == AnswerStatus.Answered ? $"answered, confidence {answer.Confidence:F2}" : answer.Status.ToString().ToLowerInvariant();

    private static Markup Cited(GivenAnswer answer) => answer.Citations.Count == 0 ? Markup.Empty : Markup.Of($"""
        <ul class="cited">{answer.Citations.Select(citation => Markup.Of($"""<li>[{citation.Number}] <code>{citation.Source}</code>, {citation.Start} to {citation.Start + citation.Length}</li>"""))}</ul>
        """);

    private static Markup Expected(GradedQuestion graded)
    {
        var question = graded.Question;
        var text = FoldedText.Of(graded.Answer.Text);
        var lacking = question.Must.Where(group => !group.Any(pattern => pattern.IsIn(text)));
        var forbidden = question.MustNot.Where(pattern => pattern.IsIn(text));
        return Markup.Of($"""
            <p class="text">{(question.Gold.Length > 0 ? question.Gold : question.Expectation.ToString().ToLowerInvariant())}</p>
            {question.Quotes.Distinct().Select(quote => Markup.Of($"<blockquote>{quote}</blockquote>"))}
            {Line("In", question.Documents.Select(name => Markup.Of($"<code>{name}</code>")))}
            {Line("Not found in the answer:", lacking.Select(group => Markup.Of($"<code>{string.Join(" | ", group.Select(pattern => pattern.Text))}</code>")))}
            {Line("Must not be in the answer:", forbidden.Select(pattern => Markup.Of($"<code>{pattern.Text}</code>")))}
            """);
    }

    private static Markup Line(string label, IEnumerable<Markup> values) =>
        values.ToList() is { Count: > 0 } list ? Markup.Of($"""<p class="patterns">{label} {list}</p>""") : Markup.Empty;

    private static Markup Passage(RetrievedPassage passage) => Markup.Of($"""
        <li><details><summary><code>{passage.Document}</code> <span>{passage.Score:F2}</span> {(passage.HoldsAnswer ? Markup.Of($"<mark>holds the answer</mark>") : Markup.Empty)}<q class="excerpt">{Excerpt(passage.Text)}</q></summary><p class="text">{passage.Text}</p></details></li>

        """);

    /// <summary>The beginning of a text on one line, cut at a word's end.</summary>
    private static string Excerpt(string text)
    {
        var line = Whitespace.Collapse(text);
        return line.Length <= ExcerptLength ? line : $"{line[..(line.LastIndexOf(' ', ExcerptLength) is > 0 and var end ? end : ExcerptLength)]}…";
    }
}
