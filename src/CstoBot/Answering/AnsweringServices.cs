namespace CstoBot.Answering;

internal static class AnsweringServices
{
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<AnsweringOptions, AnsweringOptionsValidator>().BindConfiguration(AnsweringOptions.Section);

        services.AddSingleton<AnswerPipeline>();
        services.AddSingleton<IAnswerer, CachedAnswers>();
        services.AddSingleton<IFollowUps, DocumentFollowUps>();
        return services;
    }
}
