using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Answering.Models;

public sealed class ModelAnswerTests
{
    private const string Text = "The council met in Astana on 5 May 2024, where it elected a chairman. The staff is led by General Sidorov. Armenia did not leave the council.";
    private const string Question = "Where did the council meet?";

    private static readonly string Met = Said("The council met in Astana.", 1, "The council met in Astana");
    private static readonly string Led = Said("The staff is led by General Sidorov.", 1, "led by General Sidorov");
    private static readonly string Invented = Said("The council met in Minsk.", 1, "The council met in Astana");

    [Fact]
    public async Task Verified_statements_are_shown_as_they_come_each_with_the_sentence_that_says_it()
    {
        var seen = new List<Answer>();
        var answered = await AskAsync(ScriptedModel.Answering(Answer(Met, Led)), listener: new AnswerListener(new Reports(seen), CancellationToken.None));

        Assert.Equal("The council met in Astana. [1]\nThe staff is led by General Sidorov. [2]", answered.Text);
        Assert.Equal("model", answered.Composer);
        Assert.Equal("scripted/1", answered.Model);
        Assert.Equal("The council met in Astana on 5 May 2024, where it elected a chairman.", answered.Citations[0].Quote);
        Assert.Equal([1, 2], seen.Select(soFar => soFar.Statements.Count));
        SomeAnswer.HasTrueCitations(answered, SomeCorpus.Index(Text).Corpus);
    }

    [Fact]
    public async Task What_does_not_hold_is_tried_once_more_with_the_reason_and_then_dropped()
    {
        var model = ScriptedModel.Answering(Answer(Met, Invented), Answer(Said("The council met in Minsk again.", 1, "The council met in Astana")));

        var answered = await AskAsync(model);

        Assert.Equal("The council met in Astana. [1]", answered.Text);
        var second = model.Asked.Where(asked => asked.Prompt == ModelPrompt.Answer).ElementAt(1).Arguments["refused"];
        Assert.Contains("The council met in Minsk. — a name is not in the quoted sentence", second, StringComparison.Ordinal);
        Assert.Equal(2, model.Asked.Count(asked => asked.Prompt == ModelPrompt.Answer));
    }

    [Fact]
    public async Task Without_the_essential_statement_nothing_is_shown_but_quotes()
    {
        var seen = new List<Answer>();
        var answered = await AskAsync(ScriptedModel.Answering(Answer(Invented, Led), Answer(Invented)), listener: new AnswerListener(new Reports(seen), CancellationToken.None));

        Assert.Equal("quotes", answered.Composer);
        Assert.Contains("Astana", answered.Text, StringComparison.Ordinal);
        Assert.Empty(seen);
    }

    [Fact]
    public async Task A_second_try_may_bring_the_essential_statement_and_it_stands_first()
    {
        var answered = await AskAsync(ScriptedModel.Answering(Answer(Invented, Led), Answer(Led, Met)));

        Assert.Equal("The council met in Astana. [1]\nThe staff is led by General Sidorov. [2]", answered.Text);
    }

    [Fact]
    public async Task A_model_that_is_late_is_not_waited_for()
    {
        var time = new FakeTimeProvider();
        var answering = AskAsync(new ScriptedModel { Says = (_, _, cancellationToken) => ScriptedModel.Silence(cancellationToken) }, new ModelAnswerOptions { RewriteQuestions = false }, time);
        time.Advance(TimeSpan.FromSeconds(5.9));
        Assert.False(answering.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal("quotes", (await answering).Composer);
    }

    [Fact]
    public async Task A_model_that_fails_leaves_quotes_and_what_it_said_before_stays()
    {
        var failing = new ScriptedModel { Says = (_, _, _) => FailAfter() };
        var broken = new ScriptedModel { Says = (prompt, _, _) => prompt == ModelPrompt.Answer ? FailAfter(Answer(Met, Led)[..^2]) : ScriptedModel.Pieces() };

        Assert.Equal("quotes", (await AskAsync(failing)).Composer);
        Assert.Equal("The council met in Astana. [1]\nThe staff is led by General Sidorov. [2]", (await AskAsync(broken)).Text);
    }

    [Fact]
    public async Task Whoever_stops_it_keeps_what_was_verified()
    {
        using var stop = new CancellationTokenSource();
        var model = new ScriptedModel { Says = (prompt, _, cancellationToken) => prompt == ModelPrompt.Answer ? ThenSilence(Answer(Met, Led)[..150], cancellationToken) : ScriptedModel.Pieces() };
        var listener = new AnswerListener(new Reports([], stop.Cancel), stop.Token);

        var answered = await AskAsync(model, listener: listener);

        Assert.Equal("The council met in Astana. [1]", answered.Text);
    }

    [Fact]
    public async Task The_same_asked_again_asks_the_model_no_more_until_its_prompt_changes()
    {
        var model = ScriptedModel.Answering(Answer(Met));
        var pipeline = Pipeline(model, cache: new AnswerCache(10, TimeProvider.System));
        var conversation = new Conversation(Question, []);

        var first = await pipeline.AnswerAsync(conversation, null, CancellationToken.None);
        var again = await pipeline.AnswerAsync(conversation with { History = [Question] }, null, CancellationToken.None);
        var calls = model.Asked.Count(asked => asked.Prompt == ModelPrompt.Answer);
        model.Version = "scripted/2";
        await pipeline.AnswerAsync(conversation, null, CancellationToken.None);

        Assert.Same(first, again);
        Assert.Equal(1, calls);
        Assert.Equal(2, model.Asked.Count(asked => asked.Prompt == ModelPrompt.Answer));
    }

    [Fact]
    public async Task What_quotes_answer_well_may_do_without_the_model()
    {
        var model = ScriptedModel.Answering(Answer(Led));

        var answered = await AskAsync(model, new ModelAnswerOptions { SkipAboveConfidence = 0.5 });

        Assert.Equal("quotes", answered.Composer);
        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task Of_a_name_that_no_document_knows_the_model_is_not_asked()
    {
        var model = ScriptedModel.Answering(Answer(Met));

        var outcome = await Pipeline(model).AnswerAsync(new Conversation("Where did General Zyzzyxov meet the council?", []), null, CancellationToken.None);

        Assert.Equal(AbstentionReason.UnknownName, Assert.IsType<AnswerOutcome.Abstained>(outcome).Reason);
        Assert.DoesNotContain(model.Asked, asked => asked.Prompt == ModelPrompt.Answer);
    }

    [Fact]
    public async Task When_the_model_finds_no_answer_unsure_quotes_are_not_shown_either()
    {
        var outcome = await Pipeline(ScriptedModel.Answering("""{"insufficient": true, "statements": []}"""))
            .AnswerAsync(new Conversation("When was General Sidorov elected?", []), null, CancellationToken.None);

        Assert.IsType<AnswerOutcome.Abstained>(outcome);
    }

    [Fact]
    public async Task A_second_opinion_can_only_take_away()
    {
        var paraphrase = Answer(Said("In Astana the council met and General Sidorov led.", 1, Text));
        var yes = new ScriptedModel
        {
            Says = (prompt, _, _) => ScriptedModel.Pieces(prompt switch { ModelPrompt.Answer => paraphrase, ModelPrompt.Entailment => """{"supported": true}""", _ => "" }),
        };

        Assert.Equal("quotes", (await AskAsync(yes, new ModelAnswerOptions { Judge = true })).Composer);
        Assert.Equal("model", (await AskAsync(Judging("""{"supported": true}"""), new ModelAnswerOptions { Judge = true })).Composer);
        Assert.Equal("quotes", (await AskAsync(Judging("no"), new ModelAnswerOptions { Judge = true })).Composer);
        Assert.Equal("model", (await AskAsync(Judging("no"))).Composer);

        static ScriptedModel Judging(string opinion) => new()
        {
            Says = (prompt, _, _) => ScriptedModel.Pieces(prompt switch { ModelPrompt.Answer => Answer(Met), ModelPrompt.Entailment => opinion, _ => "" }),
        };
    }

    [Theory]
    [InlineData("""{"question": "Where did the council meet in May?", "queries": ["council meeting Astana", "совет"]}""", "Where did the council meet in May?", 1)]
    [InlineData("""{"question": "Where did NATO meet?", "queries": ["NATO", "meeting 2019"]}""", Question, 0)]
    [InlineData("""no JSON""", Question, 0)]
    public async Task A_rewritten_question_may_bring_no_name_and_no_number_of_its_own(string rewritten, string expected, int searches)
    {
        var model = new ScriptedModel { Says = (prompt, _, _) => ScriptedModel.Pieces(prompt switch { ModelPrompt.Answer => Answer(Met), ModelPrompt.StandaloneQuestion => rewritten, _ => "" }) };

        var outcome = await Pipeline(model).AnswerAsync(new Conversation(Question, ["What happened in May?"]), null, CancellationToken.None);

        Assert.IsType<AnswerOutcome.Answered>(outcome);
        Assert.Contains(expected, model.Asked.Last().Arguments["question"], StringComparison.Ordinal);
        Assert.InRange(searches, 0, 3);
    }

    private static async Task<Answer> AskAsync(ScriptedModel model, ModelAnswerOptions? options = null, TimeProvider? time = null, AnswerListener? listener = null) =>
        Assert.IsType<AnswerOutcome.Answered>(await Pipeline(model, options, time).AnswerAsync(new Conversation(Question, []), listener, CancellationToken.None)).Answer;

    private static AnswerPipeline Pipeline(ScriptedModel model, ModelAnswerOptions? options = null, TimeProvider? time = null, AnswerCache? cache = null)
    {
        var current = new CurrentIndex();
        current.Switch(SomeCorpus.Index(Text));
        return new SomePipeline
        {
            Current = current,
            Model = model,
            ModelOptions = options ?? new ModelAnswerOptions(),
            Time = time ?? TimeProvider.System,
            Cache = cache ?? new AnswerCache(0, TimeProvider.System),
        }.Build();
    }

    private static string Said(string text, int passage, string quote) => JsonSerializer.Serialize(new { text, quotes = new[] { new { passage, quote } } });

    private static string Answer(params string[] statements) => $$"""{"insufficient": false, "statements": [{{string.Join(", ", statements)}}]}""";

    private static async IAsyncEnumerable<string> FailAfter(params string[] pieces)
    {
        await Task.Yield();
        foreach (var piece in pieces)
        {
            yield return piece;
        }

        throw new ModelFailedException(ModelFailure.Unreachable, "the endpoint cannot be reached");
    }

    private static async IAsyncEnumerable<string> ThenSilence(string piece, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return piece;
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    private sealed class Reports(List<Answer> seen, Action? then = null) : IProgress<Answer>
    {
        public void Report(Answer value)
        {
            seen.Add(value);
            then?.Invoke();
        }
    }
}
