using CstoBot.Answering;
using CstoBot.Answering.Models;
using CstoBot.Composition;
using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Evaluation;
using CstoBot.Retrieval;
using CstoBot.Tests.Answering;
using CstoBot.Tests.Fakes;
using ModelSandbox.Personas;
using ModelSandbox.Prompts;
using CstoBot.Tests.Retrieval.Dense;
using CstoBot.Verification.Statements;
using Xunit;

namespace CstoBot.Tests.Verification.Statements;

/// <summary>Models with a character over the development questions: what a liar says does not pass, what an honest one says does.</summary>
public sealed class PersonaTests
{
    /// <summary>Of what an honest model says, at most this part may be refused.</summary>
    private const double MaxRefused = 0.02;

    private static readonly Lazy<Task<IReadOnlyList<(string Question, Language Language, IReadOnlyList<NumberedPassage> Passages)>>> Asked = new(AskedAsync);

    public static TheoryData<string> Dishonest => [.. PersonaCatalogue.Dishonest.Select(persona => persona.Name)];

    public static TheoryData<string> Honest => [.. PersonaCatalogue.Honest.Select(persona => persona.Name)];

    [Theory]
    [MemberData(nameof(Dishonest))]
    public async Task Nothing_that_is_not_so_is_shown(string name)
    {
        var verdicts = await RunAsync(PersonaCatalogue.Named(name));

        var shown = verdicts.Where(pair => pair is { Statement.IsSupported: false, Verdict: StatementVerdict.Supported }).ToList();

        Assert.True(shown.Count == 0, string.Join('\n', shown.Take(5).Select(pair => $"{pair.Statement.Why}: {pair.Statement.Text}\n    {pair.Statement.Quotes[0].Quote}")));
    }

    [Theory]
    [MemberData(nameof(Honest))]
    public async Task What_is_so_is_shown(string name)
    {
        var verdicts = await RunAsync(PersonaCatalogue.Named(name));
        var judged = verdicts.Where(pair => pair.Statement is { IsSupported: true, MayBeRefused: false }).ToList();
        var refused = judged.Where(pair => pair.Verdict is not StatementVerdict.Supported).ToList();

        Assert.True(
            refused.Count <= MaxRefused * judged.Count,
            $"{refused.Count} of {judged.Count}:\n{string.Join('\n', refused.DistinctBy(pair => pair.Statement.Text).Take(5).Select(pair => $"{(pair.Verdict as StatementVerdict.Refused)?.Fault}: {pair.Statement.Text}\n    {pair.Statement.Quotes[0].Quote}"))}");
    }

    private static async Task<List<(ScriptedStatement Statement, StatementVerdict Verdict)>> RunAsync(IModelPersona persona)
    {
        var verdicts = new List<(ScriptedStatement, StatementVerdict)>();
        foreach (var (text, language, passages) in await Asked.Value)
        {
            var verifier = new StatementVerifier(passages, language, SomeCorpus.Seeds.Glossary);
            var said = new List<ScriptedStatement>();
            var model = new ScriptedModel { Says = (_, arguments, _) => ScriptedModel.Pieces(Say(persona, arguments, said)) };
            await foreach (var reply in new ModelComposer(model).ComposeAsync(text, language, passages, [], CancellationToken.None))
            {
                if (reply is CstoBot.Composition.Models.ModelReply.Statement { Value: var statement } && said.Find(scripted => scripted.Text == statement.Text) is { } scripted)
                {
                    verdicts.Add((scripted, verifier.Verify(statement)));
                }
            }
        }

        return verdicts;
    }

    /// <summary>The development questions with the passages that a model would be given.</summary>
    private static async Task<IReadOnlyList<(string Question, Language Language, IReadOnlyList<NumberedPassage> Passages)>> AskedAsync()
    {
        var (index, retriever) = (SomeCorpus.Seeds, new HybridRetriever(SomeDense.Off));
        var finder = new EvidenceFinder(retriever, Microsoft.Extensions.Options.Options.Create(new AnsweringOptions()));
        var asked = new List<(string, Language, IReadOnlyList<NumberedPassage>)>();
        foreach (var question in QuestionFile.Read(Path.Combine(AppContext.BaseDirectory, "Evaluation", "development.jsonl")))
        {
            var standalone = StandaloneQuestion.From(question.Conversation);
            var findings = await finder.FindAsync(QuestionParts.Of(standalone), index, CancellationToken.None);
            asked.Add((
                standalone.Text,
                LanguageDetector.Of(question.Conversation.Question, question.Conversation.LanguageCode),
                await new ModelPassages(retriever).GatherAsync(findings, null, index, 8, CancellationToken.None)));
        }

        return asked;
    }

    private static string Say(IModelPersona persona, IReadOnlyDictionary<string, string> arguments, List<ScriptedStatement> said)
    {
        var reply = persona.Reply(PromptReader.Read(
            [
                new ChatMessage("system", "You answer from numbered passages. Give JSON with \"statements\"."),
                new ChatMessage("user", $"language: {arguments["language"]}\n{arguments["passages"]}\n{arguments["question"]}"),
            ],
            "answer"));
        said.AddRange(reply.Statements);
        return reply.Text;
    }
}
