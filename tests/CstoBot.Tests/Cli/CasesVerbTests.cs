using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Evaluation;
using CstoBot.Moderation.Gaps;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Cli;

public sealed class CasesVerbTests : IDisposable
{
    private static readonly Answer Approved = Some.Answer("“Six states (since 2012) are members.”", "Costs rose by 5.5 % [sic]?") with { Lead = "The report says:" };

    private static readonly Answer Russian = Some.Answer("Ёлка стоит на площади") with
    {
        Language = Language.Russian,
        Statements = [new Statement("На площади стоит ёлка, как сказано в отчёте.", [1])],
        Citations = [Some.Citation(1, "отчёт.txt", quote: "Ёлка  стоит\nна площади")],
    };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_exported_is_graded_as_right_when_the_approved_answers_are_given()
    {
        using var fixture = await DecidedAsync();

        var exported = await ChildProcess.RunAsync("cases", "export", "--data", fixture.Database.Folder);
        var file = Path.Combine(folder.Path, "decided.jsonl");
        await File.WriteAllTextAsync(file, exported.Output, CancellationToken.None);
        var report = await EvaluateAsync(QuestionFile.Read(file), question => question switch
        {
            "Who?" => new AnswerOutcome.Answered(Approved),
            "Где ёлка?" => new AnswerOutcome.Answered(Russian),
            _ => new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", []),
        });

        Assert.Equal((0, ""), (exported.ExitCode, exported.Error));
        Assert.Equal(["case-1", "case-2", "case-3", "gap-1"], report.Questions.Select(graded => graded.Question.Id));
        Assert.All(report.Questions, graded => Assert.Null(graded.FaultOrNull));
        Assert.Equal((1.0, 1.0), (report.Figure("accuracy").Value, report.Figure("cite_precision").Value));
        Assert.Equal(["Where?"], report.Questions[0].Question.Conversation.History);
        Assert.Contains("ёлка", exported.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_answer_or_one_to_what_is_out_of_place_is_wrong()
    {
        using var fixture = await DecidedAsync();
        var exported = await ChildProcess.RunAsync("cases", "export", "--data", fixture.Database.Folder);

        var report = await EvaluateAsync(QuestionFile.Parse(exported.Output.Split('\n')), _ => Some.Answered("Five states are members."));

        Assert.All(report.Questions, graded => Assert.NotNull(graded.FaultOrNull));
    }

    [Fact]
    public async Task Without_a_database_there_is_one_clear_line()
    {
        var nothing = await ChildProcess.RunAsync("cases", "export", "--data", Path.Combine(folder.Path, "none"));

        Assert.Equal(1, nothing.ExitCode);
        Assert.Contains("There is no database in", Assert.Single(nothing.ErrorLines), StringComparison.Ordinal);
    }

    private static async Task<SqliteFixture> DecidedAsync()
    {
        var fixture = await SqliteFixture.CreateAsync();
        await AddAsync(fixture, 1, "approved", "Who?", """["Where?"]""", Approved);
        await AddAsync(fixture, 2, "edited", "Где ёлка?", "[]", Russian);
        await AddAsync(fixture, 3, "rejected", "What is the weather?", "[]", Some.Answer("Rain."), "OutOfPlace");
        await AddAsync(fixture, 4, "rejected", "When?", "[]", Some.Answer("Never."), "Wrong");
        await AddAsync(fixture, 5, "edited", "A note?", "[]", Some.Answer("A note.") with { Citations = [], Statements = [new Statement("A note.", [])] });
        await AddAsync(fixture, 6, "pending", "Which?", "[]", Some.Answer("This."));
        await fixture.CompleteAsync(Effects.Send(
            [],
            new Change.GapFound(1, new GapTerms(["tank"], []), 99, Some.Time),
            new Change.GapFound(2, new GapTerms(["ship"], []), 98, Some.Time),
            new Change.GapMarked(1, GapState.OutOfScope, new StandaloneQuestion("How many?", "Which tanks?"), 7, Some.Time.AddDays(1)),
            new Change.GapMarked(2, GapState.Requested, new StandaloneQuestion("Ships?", null), 7, Some.Time.AddDays(1))));
        return fixture;
    }

    private static Task<EvaluationReport> EvaluateAsync(IReadOnlyList<GoldQuestion> questions, Func<string, AnswerOutcome> answer)
    {
        var answerer = new ScriptedAnswerer { Answer = (conversation, _) => Task.FromResult(answer(conversation.Question)) };
        return new Evaluator(answerer, new FakeTimeProvider()).EvaluateAsync(questions, new("v1", [], []), new Progress<int>(), CancellationToken.None);
    }

    private static Task AddAsync(SqliteFixture fixture, long id, string state, string question, string earlier, Answer answer, string? reason = null) => fixture.Database.WriteAsync(
        connection => connection.Execute(
            """
            INSERT INTO cases (id, bot_id, origin, state, revision, chat_id, topic, user_id, message_id, is_group, language, question, earlier, reasons, draft_id, final_id,
                               opened_at, decided_at, reject_reason)
            VALUES (@id, 1, 'held', @state, 1, 5, 0, 9, 1, 0, 'English', @question, @earlier, '[]', @id, @final, @at, @at, @reason);
            INSERT INTO case_drafts (id, case_id, content_id) VALUES (@id, @id, @content)
            """,
            new { id, state, question, earlier, reason, final = state == "rejected" ? null : (long?)id, at = Some.Time.AddMinutes(id).ToUnixTimeMilliseconds(), content = AnswerContents.Add(connection, answer) }),
        CancellationToken.None);
}
