using CstoBot.Answering;
using CstoBot.Ingestion.Reloading;

namespace CstoBot.Evaluation;

internal static class EvaluationServices
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EvaluationOptions, EvaluationOptionsValidator>().BindConfiguration(EvaluationOptions.Section);
        services.AddSingleton(provider => new Lazy<IAnswerer>(provider.GetRequiredService<IAnswerer>));
        services.AddSingleton<ICorpusTrial, QuestionTrial>();
        return services;
    }
}
