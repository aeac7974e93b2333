using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Answering;

public sealed class AnswerCacheTests
{
    private const string Text = "The council met in Astana. The staff is led by General Sidorov.";

    private readonly FakeTimeProvider time = new();
    private readonly CurrentIndex current = new();
    private readonly AnswerPipeline answers;

    public AnswerCacheTests()
    {
        current.Switch(SomeCorpus.Index(Text));
        answers = new SomePipeline { Current = current, Cache = new AnswerCache(AnswerCache.DefaultSize, time) }.Build();
    }

    [Fact]
    public async Task A_question_asked_again_gets_the_very_same_answer_whatever_was_asked_before_it()
    {
        var first = await AskAsync("Who leads the staff?");

        Assert.Same(first, await AskAsync("Who leads the staff?", "Where did the council of the states meet?"));
    }

    [Fact]
    public async Task A_follow_up_is_another_question_after_another_one()
    {
        var first = await AskAsync("and where?", "When did the council meet?");

        Assert.NotSame(first, await AskAsync("and where?", "Who leads the whole staff of it?"));
    }

    [Fact]
    public async Task Nothing_outlives_the_documents_or_ten_minutes()
    {
        var first = await AskAsync("Who leads the staff?");
        time.Advance(TimeSpan.FromMinutes(11));
        var later = await AskAsync("Who leads the staff?");
        current.Switch(SomeCorpus.Index("The staff is led by Colonel Petrov."));
        var anew = await AskAsync("Who leads the staff?");

        Assert.NotSame(first, later);
        Assert.Contains("Petrov", anew.Text, StringComparison.Ordinal);
    }

    private Task<AnswerOutcome> AskAsync(string question, params string[] history) =>
        answers.AnswerAsync(new Conversation(question, history), listener: null, CancellationToken.None);
}
