namespace CstoBot.Benchmarks.Chats;

/// <summary>A question whose answer is known beforehand and is no other question's.</summary>
/// <param name="Answer">The plain texts of the messages that answer it, in order.</param>
internal sealed record KnownQuestion(string Text, IReadOnlyList<string> Answer);

/// <summary>Questions that are told apart by what is answered to them, whatever was asked before.</summary>
internal sealed class KnownQuestions
{
    private readonly Dictionary<string, KnownQuestion> byAnswer;

    public KnownQuestions(IReadOnlyList<KnownQuestion> questions)
    {
        All = questions;
        byAnswer = questions.SelectMany(question => question.Answer.Select(text => (text, question))).ToDictionary(pair => pair.text, pair => pair.question);
    }

    public IReadOnlyList<KnownQuestion> All { get; }

    /// <returns>Null when the text is no part of an answer to any of them.</returns>
    public KnownQuestion? OfAnswerOrNull(string text) => byAnswer.GetValueOrDefault(text);

    /// <param name="alone">The answer to each question in a chat of its own.</param>
    /// <param name="amongOthers">Chats of several questions, by index, and all that was answered there.</param>
    public static KnownQuestions From(
        IReadOnlyList<string> questions,
        IReadOnlyList<IReadOnlyList<string>> alone,
        IEnumerable<(IReadOnlyList<int> Asked, IReadOnlyList<string> Answers)> amongOthers)
    {
        var leaning = amongOthers
            .SelectMany(chat => chat.Asked.Where(index => alone[index].Except(chat.Answers).Any()))
            .ToHashSet();
        var told = alone.SelectMany(answer => answer).CountBy(text => text).ToDictionary();
        return new KnownQuestions(
        [
            .. Enumerable.Range(0, questions.Count)
                .Where(index => !leaning.Contains(index) && alone[index].All(text => told[text] == 1))
                .Select(index => new KnownQuestion(questions[index], alone[index])),
        ]);
    }
}
