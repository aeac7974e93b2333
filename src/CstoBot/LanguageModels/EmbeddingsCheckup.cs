using System.Globalization;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Whether the configured model makes a vector of a word.</summary>
internal sealed class EmbeddingsCheckup(
    IOptions<EmbeddingsOptions> options, Lazy<IEmbeddingGenerator<string, Embedding<float>>> model, TimeProvider time) : ICheckup
{
    private const string Check = "embeddings";
    private const string Word = "word";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.IsConfigured)
        {
            return [Diagnosis.Ok(Check, "none are set: documents are searched by words")];
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var made = await model.Value.GenerateAsync([Word], cancellationToken: either.Token);
            return [Diagnosis.Ok(Check, string.Create(CultureInfo.InvariantCulture, $"the model makes vectors of {made[0].Vector.Length} numbers"))];
        }
        catch (Exception exception) when (exception is EmbeddingFailedException or StartupException)
        {
            return [Problem(exception.Message)];
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return [Problem(string.Create(CultureInfo.InvariantCulture, $"no vector came within {Patience.TotalSeconds} s."))];
        }
    }

    private Diagnosis Problem(string text) => Diagnosis.Problem(Check, text, options.Value.UsesEndpoint
        ? "Check Embeddings:Endpoint, Embeddings:Name and the key; documents are searched by words meanwhile."
        : "Check Embeddings:Model and Embeddings:Tokenizer: the files of one model belong together.");
}
