using CstoBot.Conversations;
using CstoBot.LanguageModels.Clients;
using CstoBot.LanguageModels.Prompts;
using CstoBot.LanguageModels.Usage;
using CstoBot.Retrieval.Dense;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>The models that the settings name. Each is loaded at its first use, so what is not configured costs nothing.</summary>
internal static class LanguageModelServices
{
    public static IServiceCollection AddLanguageModels(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ModelOptions, ModelOptionsValidator>().BindConfiguration(ModelOptions.Section);
        services.AddOptionsWithValidateOnStart<PromptOptions, PromptOptionsValidator>().BindConfiguration(PromptOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Embeddings);

        // Where something is stored, the store takes its place.
        services.TryAddSingleton<ITokenUsage, InMemoryTokenUsage>();
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<Circuit>();
        services.AddSingleton<PromptKernels>();
        services.AddSingleton<PromptLibrary>();
        services.AddSingleton(provider => new Lazy<PromptLibrary>(provider.GetRequiredService<PromptLibrary>));
        services.AddSingleton<LanguageModel>();
        services.AddSingleton<ModelStatus>();

        services.AddSingleton<NoLanguageModel>();
        services.AddSingleton(Either<ILanguageModel, LanguageModel>);
        services.AddSingleton(Either<IModelState, ModelStatus>);
        services.AddSingleton(Either<IPromptReload, PromptLibrary>);
        services.AddSingleton<IStartupCheck, PromptCheck>();
        services.AddHostedService<ModelCheck>();
        return services;
    }

    private static TPort Either<TPort, TModel>(IServiceProvider provider)
        where TPort : class
        where TModel : TPort =>
        provider.GetRequiredService<IOptions<ModelOptions>>().Value.IsConfigured
            ? provider.GetRequiredService<TModel>()
            : provider.GetRequiredService<NoLanguageModel>() as TPort ?? throw new InvalidOperationException($"{typeof(TPort).Name} must do without a model.");

    private static IEmbeddingGenerator<string, Embedding<float>> Embeddings(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingsOptions>>().Value;
        return options.UsesEndpoint
            ? EmbeddingEndpoint.Create(options, provider.GetRequiredService<TimeProvider>())
            : OnnxEmbeddingGenerator.Open(options);
    }
}
