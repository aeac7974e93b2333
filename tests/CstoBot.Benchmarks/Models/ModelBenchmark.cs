using System.Diagnostics;
using System.Globalization;
using CstoBot.Answering;
using CstoBot.Answering.Models;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Evaluation;
using CstoBot.Retrieval;
using CstoBot.Verification.Statements;
using Microsoft.Extensions.DependencyInjection;
using ModelSandbox;
using ModelSandbox.Personas;
using ModelSandbox.Script;

namespace CstoBot.Benchmarks.Models;

/// <summary>
/// What the bot itself adds to a language model's time: a server that answers at once, over the development questions. Its thinking is taken off;
/// its HTTP and the connection count as the bot's.
/// </summary>
internal static class ModelBenchmark
{
    private const int WarmRounds = 5;
    private const double MaxAddedMs = 20;
    private const double MaxVerificationMs = 1;
    private const double MaxFallbackMs = 1_000;

    /// <returns>Whether all bounds were kept.</returns>
    public static async Task<bool> RunAsync()
    {
        await using var server = await ScriptedModelServer.StartAsync(null, CancellationToken.None);
        var persona = new TimedPersona(Honest.Verbatim);
        server.Play(persona);
        await using var services = await LinkedAnswers.StartAsync(new Dictionary<string, string?>
        {
            ["Model:Endpoint"] = server.Address.ToString(),
            ["Model:Key"] = server.Options.Key,
            ["Model:Name"] = server.Options.Models[0],
            ["Model:TokensPerMinute"] = "0",
            ["Model:TokensPerDay"] = "0",
        });
        var answerer = services.GetRequiredService<IAnswerer>();
        var questions = QuestionFile.Read(Path.Combine(AppContext.BaseDirectory, "development.jsonl")).Select(question => question.Conversation).ToList();

        // Linked, the bot is not compiled ahead of time as the program is: it must have run a while first.
        foreach (var question in Enumerable.Repeat(questions, WarmRounds).SelectMany(round => round))
        {
            await answerer.AnswerAsync(question, listener: null, CancellationToken.None);
        }

        var added = new List<double>();
        foreach (var question in questions)
        {
            persona.Thinking = TimeSpan.Zero;
            var first = new First();
            await answerer.AnswerAsync(question, new AnswerListener(first, CancellationToken.None), CancellationToken.None);
            if (first.Elapsed is { } elapsed)
            {
                added.Add((elapsed - persona.Thinking).TotalMilliseconds);
            }
        }

        var verified = await VerifyAsync(services, questions, isWhole: false);
        var verifiedWhole = await VerifyAsync(services, questions, isWhole: true);
        server.ThrowIfFaulty();
        Figures.Print("first verified statement, the bot's own time", added, "ms");
        Figures.Print("verification of a statement that quotes a sentence", verified, "ms");
        Figures.Print("of one that quotes a whole passage", verifiedWhole, "ms");
        var fallback = await FallBackAsync(server, answerer, questions);
        Figures.Print("quotes where the model is down", fallback, "ms");
        var kept = Percentile(added, 0.99) <= MaxAddedMs && Percentile(verified, 0.99) <= MaxVerificationMs && fallback.Max() <= MaxFallbackMs;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bounds: p99 {MaxAddedMs} ms, p99 {MaxVerificationMs} ms, at most {MaxFallbackMs} ms: {(kept ? "kept" : "missed")}"));
        return kept;
    }

    private static async Task<List<double>> VerifyAsync(IServiceProvider services, List<Conversation> questions, bool isWhole)
    {
        var index = services.GetRequiredService<CurrentIndex>().Value;
        var times = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            times.Clear();
            foreach (var question in questions)
            {
                var findings = await services.GetRequiredService<EvidenceFinder>().FindAsync(QuestionParts.Of(StandaloneQuestion.From(question)), index, CancellationToken.None);
                var passages = await services.GetRequiredService<ModelPassages>().GatherAsync(findings, null, index, 8, CancellationToken.None);
                var verifier = new StatementVerifier(passages, Language.English, index.Glossary);
                foreach (var passage in passages.Take(2))
                {
                    var text = passage.Chunk.Sentences[0].Text;
                    var started = Stopwatch.GetTimestamp();
                    verifier.Verify(new ModelStatement(text, [new ModelQuote(passage.Number, isWhole ? passage.Chunk.Chunk.Text : text)]));
                    times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
        }

        return times;
    }

    private static async Task<List<double>> FallBackAsync(ScriptedModelServer server, IAnswerer answerer, List<Conversation> questions)
    {
        server.Fail(new ModelFault.Refusal(503));
        var times = new List<double>();
        foreach (var question in questions.Take(40))
        {
            var started = Stopwatch.GetTimestamp();
            var outcome = await answerer.AnswerAsync(question, listener: null, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            if (outcome is AnswerOutcome.Answered { Answer.Composer: not "quotes" })
            {
                throw new InvalidOperationException("A model that is down gave an answer.");
            }
        }

        return times;
    }

    private static double Percentile(List<double> values, double share) => values.Order().ElementAt((int)(share * (values.Count - 1)));

    private sealed class First : IProgress<Answer>
    {
        private readonly long started = Stopwatch.GetTimestamp();

        public TimeSpan? Elapsed { get; private set; }

        public void Report(Answer value) => Elapsed ??= Stopwatch.GetElapsedTime(started);
    }
}
