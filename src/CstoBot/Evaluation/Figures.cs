namespace CstoBot.Evaluation;

/// <summary>One number about an evaluation.</summary>
/// <param name="Value">0 to 1; null when there was nothing to count.</param>
internal sealed record Figure(string Name, double? Value)
{
    /// <summary>Of most figures more is better; of this kind less is.</summary>
    public bool LessIsBetter => Name == Figures.FalseAbstain;
}

/// <summary>Sums up graded questions.</summary>
internal static class Figures
{
    public const string Accuracy = "accuracy";
    public const string AbstainRecall = "abstain_recall";
    public const string FalseAbstain = "false_abstain";
    public const string Verbatim = "verbatim";
    public const string CitePrecision = "cite_precision";
    public const string CiteRecall = "cite_recall";
    public const string Brevity = "brevity";

    /// <summary>The names of the figures for questions of these types, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Names(IEnumerable<GoldQuestion> questions) =>
        [Accuracy, .. Types(questions).Select(OfType), AbstainRecall, FalseAbstain, Verbatim, CitePrecision, CiteRecall, Brevity];

    public static IReadOnlyList<string> Types(IEnumerable<GoldQuestion> questions) =>
        questions.Select(question => question.Type).Distinct().Order(StringComparer.Ordinal).ToList();

    /// <param name="documents">The documents' texts by file name.</param>
    public static IReadOnlyList<Figure> Of(IReadOnlyList<GradedQuestion> graded, IReadOnlyDictionary<string, string> documents)
    {
        var answerable = graded.Where(item => item.Question.Expectation == Expectation.Answer).ToList();
        var answered = answerable.Where(item => item.Answer.Status == AnswerStatus.Answered).ToList();
        return
        [
            new(Accuracy, Share(graded, item => item.Passed)),
            .. Types(graded.Select(item => item.Question)).Select(type =>
                new Figure(OfType(type), Share(graded.Where(item => item.Question.Type == type), item => item.Passed))),
            new(AbstainRecall, Share(graded.Where(item => item.Question.Expectation == Expectation.Abstain), item => item.Passed)),
            new(FalseAbstain, Share(answerable, item => item.Answer.Status != AnswerStatus.Answered)),
            new(Verbatim, Share(graded.SelectMany(item => item.Answer.Citations), citation => CitationGrader.IsVerbatim(citation, documents))),
            new(CitePrecision, Share(
                answered.SelectMany(item => item.Answer.Citations, (item, citation) => (item.Question, Citation: citation)),
                pair => CitationGrader.IsEvidence(pair.Citation, pair.Question))),
            new(CiteRecall, Share(answered, item => CitationGrader.IsMarked(item.Answer))),
            new(Brevity, Share(answered, item => CitationGrader.IsBrief(item.Answer))),
        ];
    }

    private static string OfType(string type) => $"{Accuracy}.{type}";

    private static double? Share<T>(IEnumerable<T> items, Func<T, bool> isRight)
    {
        var results = items.Select(isRight).ToList();
        return results.Count == 0 ? null : (double)results.Count(right => right) / results.Count;
    }
}
