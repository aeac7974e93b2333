using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CstoBot.LanguageModels.Clients;

/// <summary>
/// Tries again what may pass, and leaves an endpoint alone that keeps failing: nobody waits for it meanwhile, and one call now and then finds out
/// whether it is back. One for all prompts, as they share the endpoint.
/// </summary>
internal sealed class Circuit
{
    /// <summary>How often a call is tried in all. The reader waits meanwhile.</summary>
    public const int Tries = 3;

    /// <summary>So many failed tries within <see cref="Sampled"/>, half of all at least, open the circuit.</summary>
    public const int FailuresToOpen = 4;

    /// <summary>How long the endpoint is left alone.</summary>
    public static readonly TimeSpan Break = TimeSpan.FromSeconds(15);

    /// <summary>A server that asks for more patience than this is not waited for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>A call that was given up after this much silence counts as failed: else an endpoint that hangs would be waited for by everybody, for ever.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(2);

    // Short, so that many calls that went well before do not outvote what fails now.
    private static readonly TimeSpan Sampled = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);

    private readonly CircuitBreakerStateProvider state = new();
    private readonly ResiliencePipeline pipeline;

    public Circuit(TimeProvider time) => pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = Tries - 1,
            BackoffType = DelayBackoffType.Exponential,
            Delay = FirstWait,
            UseJitter = true,
            ShouldHandle = failed => ValueTask.FromResult(
                failed.Outcome.Exception is { } exception && ModelFailures.MayPass(exception) && !(ModelFailures.RetryAfterOrNull(exception, time.GetUtcNow()) > LongestWait)),
            DelayGenerator = failed => ValueTask.FromResult(ModelFailures.RetryAfterOrNull(failed.Outcome.Exception, time.GetUtcNow())),
        })
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            FailureRatio = 0.5,
            MinimumThroughput = FailuresToOpen,
            SamplingDuration = Sampled,
            BreakDuration = Break,
            StateProvider = state,
            ShouldHandle = failed => ValueTask.FromResult(
                failed.Outcome.Exception is { } exception && (exception is SilentException || ModelFailures.MayPass(exception))),
        })
        .Build();

    /// <summary>Whether the endpoint is left alone just now.</summary>
    public bool IsOpen => state.CircuitState is CircuitState.Open or CircuitState.Isolated;

    /// <exception cref="BrokenCircuitException">The endpoint is left alone.</exception>
    public async ValueTask<T> RunAsync<T>(Func<CancellationToken, ValueTask<T>> begin, CancellationToken cancellationToken)
    {
        try
        {
            return await pipeline.ExecuteAsync(begin, cancellationToken);
        }
        catch (SilentException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
    }
}

/// <summary>Nothing was heard before the call was given up.</summary>
internal sealed class SilentException : Exception;
