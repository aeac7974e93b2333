namespace CstoBot.Composition;

/// <summary>
/// How likely the best evidence answers the question: a logistic regression (Cox 1958) over what is known of question and
/// evidence. Fitted to development questions with and without an answer in the documents, in English and Russian; the weight of what
/// nobody speaks of and of reservations was set by hand. <c>cstobot evaluate</c> shows how far it can be trusted.
/// </summary>
internal static class Confidence
{
    private const double Bias = -5.76;
    private const double PerScore = 1.3;
    private const double PerInside = 3.06;
    private const double PerPredicate = 1.18;
    private const double PerMatched = 0.65;
    private const double PerUnmatched = 1.21;
    private const double PerMargin = 1.8;
    private const double PerFit = 1.0;
    private const double PerUnknownName = -1.1;
    private const double PerUnknownShare = -2.6;
    private const double PerMissingWord = -0.48;
    private const double PerUnheardOf = -0.6;
    private const double PerReservation = -3.5;

    /// <summary>0 to 1; 0 without evidence.</summary>
    /// <param name="evidence">Best first.</param>
    public static double Of(WeighedQuestion question, IReadOnlyList<Evidence> evidence)
    {
        if (evidence.Count == 0 || evidence[0].Score == 0)
        {
            return 0;
        }

        var best = evidence[0];
        var logit = Bias
            + (PerScore * best.Score)
            + (PerInside * question.Share(best.Concepts.Inside))
            + (PerPredicate * question.PredicateShare(best.Concepts.Inside))
            + (PerMatched * Math.Log(1 + question.Matched(best.Concepts.Inside)))
            + (PerUnmatched * Math.Log(1 + question.Unmatched(best.Concepts.All)))
            + (PerMargin * Margin(best, evidence))
            + (PerFit * AnswerFit.Factor(question.Kind, best.Sentence, question.Query))
            + (PerUnknownName * question.UnknownNames)
            + (PerUnknownShare * question.UnknownShare)
            + (PerMissingWord * question.MissingWords(best.Concepts.All))
            + (question.IsUnheardOf ? PerUnheardOf : 0)
            + (PerReservation * best.Reservations);
        return 1 / (1 + Math.Exp(-logit));
    }

    /// <summary>By how much it is ahead of the next evidence elsewhere; a neighbour in the text is the same place.</summary>
    private static double Margin(Evidence best, IReadOnlyList<Evidence> evidence) =>
        best.Score - (evidence.FirstOrDefault(item => item.ChunkNumber != best.ChunkNumber || Math.Abs(item.Position - best.Position) > 1)?.Score ?? 0);
}
