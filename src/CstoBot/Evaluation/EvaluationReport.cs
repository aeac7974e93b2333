namespace CstoBot.Evaluation;

/// <summary>How good the answers to a set of questions are.</summary>
/// <param name="CorpusVersion">What the questions were answered from.</param>
/// <param name="Questions">In the order of the file; never empty.</param>
internal sealed record EvaluationReport(
    string CorpusVersion,
    IReadOnlyList<GradedQuestion> Questions,
    IReadOnlyList<Figure> Figures,
    Calibration Calibration,
    Latency Latency)
{
    public int Passed => Questions.Count(question => question.Passed);

    public IEnumerable<GradedQuestion> Failing => Questions.Where(question => !question.Passed);

    /// <summary>By type, ordered by name.</summary>
    public IReadOnlyList<TypeResult> Types => Questions
        .GroupBy(graded => graded.Question.Type)
        .Select(group => new TypeResult(group.Key, group.Count(), group.Count(graded => graded.Passed)))
        .OrderBy(result => result.Type, StringComparer.Ordinal)
        .ToList();

    public static EvaluationReport Of(string corpusVersion, IReadOnlyList<GradedQuestion> graded, IReadOnlyDictionary<string, string> documents) => new(
        corpusVersion,
        graded,
        Evaluation.Figures.Of(graded, documents),
        Calibration.Of(graded),
        Latency.Of(graded.Select(item => item.Answer.Elapsed)));

    /// <summary>Of one of <see cref="Evaluation.Figures.Names"/>.</summary>
    public Figure Figure(string name) => Figures.First(figure => figure.Name == name);

    /// <summary>Those that are not reached.</summary>
    public IReadOnlyList<Minimum> Missed(IEnumerable<Minimum> minimums) => minimums.Where(minimum => !minimum.IsMetBy(Figure(minimum.Name))).ToList();
}

/// <summary>The questions of one type.</summary>
internal sealed record TypeResult(string Type, int Count, int Passed)
{
    public double Accuracy => (double)Passed / Count;
}
