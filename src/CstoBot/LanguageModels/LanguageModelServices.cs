using CstoBot.Conversations;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>The models that the settings name. Each is loaded at its first use, so what is not configured costs nothing.</summary>
internal static class LanguageModelServices
{
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Embeddings);
        services.AddSingleton<ILanguageModel, NoLanguageModel>();
        return services;
    }

    private static IEmbeddingGenerator<string, Embedding<float>> Embeddings(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingsOptions>>().Value;
        return options.UsesEndpoint
            ? EmbeddingEndpoint.Create(options, provider.GetRequiredService<TimeProvider>())
            : OnnxEmbeddingGenerator.Open(options);
    }
}
