using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Retrieval;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Ingestion;
using CstoBot.Tests.Retrieval.Dense;

namespace CstoBot.Tests.Answering;

/// <summary>Corpora, indexes and pipelines of texts given in a test, or of the shipped documents.</summary>
internal static class SomeCorpus
{
    private static readonly Lazy<PassageIndex> ShippedIndex = new(() => SomeSources.Index(Path.Combine(AppContext.BaseDirectory, "seeds")));

    /// <summary>The documents that come with the program, with their manifest and glossary.</summary>
    public static PassageIndex Seeds => ShippedIndex.Value;

    public static SourceDocument Document(string text, string name = "a.txt", DocumentMetadata? metadata = null) =>
        DocumentReader.Read(name, text, metadata ?? DocumentMetadata.Unknown);

    public static Corpus Of(params IEnumerable<SourceDocument> documents) => new("v1", documents.ToList(), []);

    /// <summary>The texts as documents a.txt, b.txt, …, without a glossary.</summary>
    public static PassageIndex Index(params IEnumerable<string> texts) =>
        PassageIndex.Build(Of(texts.Select((text, number) => Document(text, $"{(char)('a' + number)}.txt"))), Glossary.Empty);

    public static PassageIndex Index(string glossary, IReadOnlyList<string> texts) =>
        PassageIndex.Build(Index(texts).Corpus, GlossaryFile.Parse(new StringReader(glossary)));

    public static AnswerPipeline Pipeline(PassageIndex index, AnsweringOptions? options = null, HybridRetriever? retriever = null)
    {
        var current = new CurrentIndex();
        current.Switch(index);
        return new SomePipeline { Current = current, Retriever = retriever ?? new HybridRetriever(SomeDense.Off), Options = options ?? new AnsweringOptions() }.Build();
    }

    public static Task<AnswerOutcome> AskAsync(this PassageIndex index, string question, params IReadOnlyList<string> history) =>
        Pipeline(index).AnswerAsync(new Conversation(question, history), listener: null, CancellationToken.None);
}
