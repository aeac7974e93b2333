using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Evaluation;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Evaluation;

public sealed class EvaluatorTests
{
    private static readonly IReadOnlyList<GoldQuestion> Questions = QuestionFile.Parse(
    [
        """{"id":"a","type":"t","question":"First?","expect":"answer","must":[["first"]],"docs":["a"],"quote":"First it rained."}""",
        """{"id":"b","type":"t","question":"Second?","history":["First?"],"expect":"abstain"}""",
    ]);

    private readonly FakeTimeProvider time = new();
    private readonly ScriptedAnswerer answerer = new();

    [Fact]
    public async Task Every_question_is_asked_with_its_history_and_timed()
    {
        var progress = new CollectedProgress();
        answerer.Answer = (conversation, _) =>
        {
            time.Advance(TimeSpan.FromMilliseconds(conversation.History.Count == 0 ? 4 : 9));
            return Task.FromResult<AnswerOutcome>(new AnswerOutcome.Abstained(Language.English, AbstentionReason.NotAnswered, "No.", []));
        };

        var report = await EvaluateAsync(Questions, progress);

        Assert.Equal(["First?", "Second?"], answerer.Asked.Select(conversation => conversation.Question));
        Assert.Equal(["status abstained", null], report.Questions.Select(graded => graded.FaultOrNull));
        Assert.Equal((4.0, 9.0), (report.Latency.Median.TotalMilliseconds, report.Latency.Percentile99.TotalMilliseconds));
        Assert.Equal([1, 2], progress.Done);
        Assert.Equal((0.5, 1), (report.Figure("accuracy").Value, report.Passed));
    }

    [Fact]
    public async Task Another_corpus_than_the_one_in_use_can_be_evaluated()
    {
        var index = SomeCorpus.Index("First it rained.");

        var report = await new Evaluator(SomeCorpus.Pipeline(index), time).EvaluateAsync(Questions, index.Corpus, new CollectedProgress(), CancellationToken.None);

        Assert.Equal("v1", report.CorpusVersion);
        Assert.Equal(1, report.Figure("verbatim").Value ?? 1);
    }

    [Fact]
    public async Task A_pattern_that_never_ends_is_named()
    {
        var slow = QuestionFile.Parse(["""{"id":"a","type":"t","question":"q","expect":"answer","must":[["^(\\w+\\s?)*$"]],"docs":["a"],"quote":"x"}"""]);
        answerer.Answer = (_, _) => Task.FromResult(Some.Answered(string.Join(' ', Enumerable.Repeat("word", 40)) + "!"));

        var exception = await Assert.ThrowsAsync<InvalidDataException>(() => EvaluateAsync(slow, new CollectedProgress()));

        Assert.Contains(@"^(\w+\s?)*$", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stop_is_heeded()
    {
        using var stop = new CancellationTokenSource();
        var index = SomeCorpus.Index("First it rained.");
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Evaluator(SomeCorpus.Pipeline(index), time).EvaluateAsync(Questions, index.Corpus, new CollectedProgress(), stop.Token));
    }

    private Task<EvaluationReport> EvaluateAsync(IReadOnlyList<GoldQuestion> questions, CollectedProgress progress) =>
        new Evaluator(answerer, time).EvaluateAsync(questions, SomeCorpus.Of(), progress, CancellationToken.None);

    private sealed class CollectedProgress : IProgress<int>
    {
        public List<int> Done { get; } = [];

        public void Report(int value) => Done.Add(value);
    }
}
