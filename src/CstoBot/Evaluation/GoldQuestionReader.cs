using CstoBot.Conversations;

namespace CstoBot.Evaluation;

/// <summary>Makes a question of a line of a question file.</summary>
internal static class GoldQuestionReader
{
    /// <exception cref="FormatException">Something is missing or wrong; the message says what, as the end of a sentence.</exception>
    public static GoldQuestion Read(string text)
    {
        var line = QuestionFileLine.Parse(text);
        var (id, type, question) = (Filled(line.Id, "id"), Filled(line.Type, "type"), Filled(line.Question, "question").Trim());
        var expectation = Expected(Filled(line.Expect, "expect"));
        var gold = expectation == Expectation.Answer ? ReadGold(line) : new GoldAnswer([], [], []);
        return new GoldQuestion(
            id,
            type,
            new Conversation(question, Given(line.History, "history").Where(turn => turn.Length > 0).ToList()),
            expectation,
            line.Gold ?? string.Empty,
            gold.Must,
            Patterns(line.MustNot, "must_not"),
            gold.Documents,
            line.MinDocs ?? 1,
            gold.Quotes,
            [.. Correction(line), .. Patterns(line.AlsoOk, "also_ok")]);
    }

    private static Expectation Expected(string expect) => expect switch
    {
        "answer" => Expectation.Answer,
        "abstain" => Expectation.Abstain,
        "smalltalk" => Expectation.SmallTalk,
        "refuse" => Expectation.Refuse,
        _ => throw new FormatException("\"expect\" is none of answer, abstain, smalltalk, refuse"),
    };

    private static GoldAnswer ReadGold(QuestionFileLine line)
    {
        var must = Given(line.Must ?? throw Missing("must"), "must").Select(group => Patterns(group, "must")).ToList();
        var documents = Given(line.Docs ?? throw Missing("docs"), "docs");

        // An empty name would be the beginning of every document's.
        if (documents.Contains(string.Empty))
        {
            throw new FormatException("\"docs\" holds an empty name");
        }

        var quotes = Given(line.Quotes, "quotes").Select(quote => quote.Text ?? throw Missing("quotes.text"));
        return new GoldAnswer(must, documents, [line.Quote ?? throw Missing("quote"), .. quotes]);
    }

    private static IReadOnlyList<GoldPattern> Correction(QuestionFileLine line) =>
        line.Correction is null ? [] : Patterns(line.Correction.Must ?? throw Missing("correction.must"), "correction.must");

    private static IReadOnlyList<GoldPattern> Patterns(IReadOnlyList<string?>? patterns, string name) =>
        Given(patterns, name).Select(pattern => Pattern(pattern, name)).ToList();

    private static GoldPattern Pattern(string pattern, string name)
    {
        try
        {
            return new GoldPattern(pattern);
        }
        catch (ArgumentException exception)
        {
            throw new FormatException($"\"{name}\" holds no regular expression. {exception.Message.TrimEnd('.')}", exception);
        }
    }

    private static string Filled(string? text, string name) =>
        string.IsNullOrWhiteSpace(text ?? throw Missing(name)) ? throw new FormatException($"\"{name}\" is empty") : text;

    /// <summary>The values of a list that may be left out; none may be null.</summary>
    private static IReadOnlyList<T> Given<T>(IReadOnlyList<T?>? values, string name)
        where T : class =>
        (values ?? []).Select(value => value ?? throw new FormatException($"\"{name}\" holds a null")).ToList();

    private static FormatException Missing(string name) => new($"\"{name}\" is missing");

    /// <summary>What only a question with an answer has.</summary>
    private sealed record GoldAnswer(IReadOnlyList<IReadOnlyList<GoldPattern>> Must, IReadOnlyList<string> Documents, IReadOnlyList<string> Quotes);
}
