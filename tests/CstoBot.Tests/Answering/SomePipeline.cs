using CstoBot.Answering;
using CstoBot.Answering.Models;
using CstoBot.Composition.Models;
using CstoBot.Conversations;
using CstoBot.Conversations.Rewriting;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using CstoBot.Tests.Retrieval.Dense;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CstoBot.Tests.Answering;

/// <summary>The stages put together as the program does it; a test states only what matters to it.</summary>
internal sealed class SomePipeline
{
    public CurrentIndex Current { get; init; } = new();

    public HybridRetriever Retriever { get; init; } = new(SomeDense.Off);

    public AnsweringOptions Options { get; init; } = new();

    public ModelAnswerOptions ModelOptions { get; init; } = new();

    public ILanguageModel Model { get; init; } = new NoLanguageModel();

    public AnswerCache Cache { get; init; } = new(0, TimeProvider.System);

    public ICuratedAnswers Curated { get; init; } = new NoCuratedAnswers();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public ModelOutcomes Outcomes { get; } = new();

    public ILoggerFactory Loggers { get; init; } = NullLoggerFactory.Instance;

    public AnswerPipeline Build()
    {
        var (options, modelOptions) = (Microsoft.Extensions.Options.Options.Create(Options), Microsoft.Extensions.Options.Options.Create(ModelOptions));
        var quotes = new QuotedAnswers(options, Loggers.CreateLogger<QuotedAnswers>());
        var rewriter = new QuestionRewriter(Model, modelOptions, Time, Loggers.CreateLogger<QuestionRewriter>());
        var answers = new ModelAnswers(Model, new ModelComposer(Model), new EntailmentJudge(Model), modelOptions, Outcomes, Time, Loggers.CreateLogger<ModelAnswers>());
        var stage = new ModelStage(Model, rewriter, new ModelPassages(Retriever), answers, quotes, Cache, Outcomes, modelOptions, Time);
        return new AnswerPipeline(Current, Curated, new EvidenceFinder(Retriever, options), quotes, stage, Model, Cache, Time);
    }
}
