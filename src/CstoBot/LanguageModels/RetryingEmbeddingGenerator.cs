using System.ClientModel;
using System.Globalization;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels;

/// <summary>Limits how long a request to a server may take, tries again what may pass, and tells a failure in one harmless line.</summary>
internal sealed class RetryingEmbeddingGenerator(IEmbeddingGenerator<string, Embedding<float>> inner, TimeSpan limit, TimeProvider time)
    : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private const int Tries = 5;

    // Whoever said nothing for the whole time allowed is hardly about to speak.
    private const int TriesInSilence = 2;

    /// <summary>A server that asks for more patience than this is not waited for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <exception cref="EmbeddingFailedException">There are no vectors to be had.</exception>
    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        for (var failures = 1; ; failures++)
        {
            try
            {
                return await TryAsync(texts, options, cancellationToken);
            }
            catch (EmbeddingFailedException exception) when (failures < exception.Tries && !(exception.RetryAfter > LongestWait))
            {
                await (exception.RetryAfter is { } wait
                    ? Task.Delay(wait, time, cancellationToken)
                    : time.DelayAsync(failures, cancellationToken));
            }
        }
    }

    private async Task<GeneratedEmbeddings<Embedding<float>>> TryAsync(
        List<string> texts, EmbeddingGenerationOptions? options, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await base.GenerateAsync(texts, options, either.Token);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EmbeddingFailedException($"the endpoint did not answer within {limit.TotalSeconds} s", exception) { Tries = TriesInSilence };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(exception);
        }
    }

    /// <summary>What the server or the client said is left out: it may repeat the key or the text.</summary>
    private static EmbeddingFailedException Failure(Exception exception) => exception switch
    {
        ClientResultException { Status: > 0 } refusal => new($"the endpoint answered {refusal.Status}", refusal)
        {
            Tries = refusal.Status is 408 or 429 or >= 500 ? Tries : 1,
            RetryAfter = RetryAfterOrNull(refusal),
        },
        ClientResultException or HttpRequestException or IOException => new("the endpoint cannot be reached", exception) { Tries = Tries },
        _ => new("the endpoint's answer holds no vectors", exception),
    };

    private static TimeSpan? RetryAfterOrNull(ClientResultException refusal) =>
        refusal.GetRawResponse()?.Headers.TryGetValue("Retry-After", out var value) == true
        && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;
}
