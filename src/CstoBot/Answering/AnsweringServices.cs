using CstoBot.Answering.Models;
using CstoBot.Composition.Models;
using CstoBot.Conversations.Rewriting;

namespace CstoBot.Answering;

internal static class AnsweringServices
{
    /// <param name="keepsAnswers">Whether what is asked again is answered from memory.</param>
    public static IServiceCollection AddAnswering(this IServiceCollection services, bool keepsAnswers)
    {
        services.AddOptionsWithValidateOnStart<AnsweringOptions, AnsweringOptionsValidator>().BindConfiguration(AnsweringOptions.Section);
        services.AddOptionsWithValidateOnStart<ModelAnswerOptions, ModelAnswerOptionsValidator>().BindConfiguration(ModelAnswerOptions.Section);

        services.AddSingleton(provider => new AnswerCache(keepsAnswers ? AnswerCache.DefaultSize : 0, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ICuratedAnswers, NoCuratedAnswers>();
        services.AddSingleton<EvidenceFinder>();
        services.AddSingleton<QuotedAnswers>();
        services.AddSingleton<QuestionRewriter>();
        services.AddSingleton<ModelPassages>();
        services.AddSingleton<ModelComposer>();
        services.AddSingleton<EntailmentJudge>();
        services.AddSingleton<ModelOutcomes>();
        services.AddSingleton<ModelAnswers>();
        services.AddSingleton<ModelStage>();
        services.AddSingleton<AnswerPipeline>();
        services.AddSingleton<IAnswerer>(provider => provider.GetRequiredService<AnswerPipeline>());
        services.AddSingleton<IFollowUps, DocumentFollowUps>();
        return services;
    }
}
