using System.CommandLine;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;

namespace CstoBot.Cli;

/// <summary><c>cstobot ask</c>: an answer in the terminal, or one JSON line for each line of standard input.</summary>
internal static class AskVerb
{
    private static readonly Argument<string?> Question = new("question")
    {
        Description = "The question, in English or Russian.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the answer as one JSON line." };

    private static readonly Option<bool> JsonLines = new("--jsonl")
    {
        Description = "Read one JSON object a line from standard input ({\"id\", \"question\", \"history\"}) and write one a line, in the same order.",
    };

    public static Command Create(Func<IReadOnlyDictionary<string, string?>, IServiceProvider> services)
    {
        var verb = new Command("ask", "Answer a question from the sources, with citations. Writes nothing to disk.") { Question, Json, JsonLines };
        verb.SetAction(async (arguments, cancellationToken) =>
        {
            var question = arguments.GetValue(Question)?.Trim();
            if (arguments.GetValue(JsonLines) == (question is not null))
            {
                throw new UsageException("Give a question, or --jsonl to read questions from standard input.");
            }

            if (question is { Length: 0 })
            {
                throw new UsageException("The question is empty.");
            }

            var provider = services(CommonOptions.Settings(arguments));
            await provider.CheckStartAsync(cancellationToken);
            await provider.LoadSourcesAsync(cancellationToken);
            var session = new Session(
                provider.GetRequiredService<AnswerPipeline>(),
                provider.GetRequiredService<CurrentIndex>(),
                provider.GetRequiredService<TimeProvider>());
            return question is null
                ? await session.AnswerLinesAsync(Console.In, Console.Out, cancellationToken)
                : await session.AnswerAsync(question, arguments.GetValue(Json), Console.Out, cancellationToken);
        });
        return verb;
    }

    private sealed class Session(AnswerPipeline pipeline, CurrentIndex index, TimeProvider time)
    {
        public async Task<int> AnswerLinesAsync(TextReader input, TextWriter output, CancellationToken cancellationToken)
        {
            while (await input.ReadLineAsync(cancellationToken) is { } text)
            {
                if (!string.IsNullOrWhiteSpace(text))
                {
                    await output.WriteLineAsync(await AnswerLineAsync(text.TrimStart('\uFEFF'), cancellationToken));
                    await output.FlushAsync(cancellationToken);
                }
            }

            return 0;
        }

        public async Task<int> AnswerAsync(string question, bool json, TextWriter output, CancellationToken cancellationToken)
        {
            var (outcome, elapsed) = await pipeline.AnswerTimedAsync(new Conversation(question, []), listener: null, time, cancellationToken);
            await output.WriteLineAsync(json
                ? AnswerJson.Outcome(default, outcome, index.Value.Corpus.Version, elapsed)
                : AnswerText.Render(outcome));
            return 0;
        }

        private async Task<string> AnswerLineAsync(string text, CancellationToken cancellationToken)
        {
            var line = QuestionLine.Parse(text);
            if (line.Conversation is null)
            {
                return AnswerJson.Error(line.Id, line.Error ?? "the line cannot be answered");
            }

            var (outcome, elapsed) = await pipeline.AnswerTimedAsync(line.Conversation, listener: null, time, cancellationToken);
            return AnswerJson.Outcome(line.Id, outcome, index.Value.Corpus.Version, elapsed);
        }
    }
}
