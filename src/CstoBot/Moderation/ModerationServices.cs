using CstoBot.Answering;
using CstoBot.Moderation.Curated;
using CstoBot.Moderation.Edits;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Moderation;

internal static class ModerationServices
{
    /// <summary>After the answering stages: kept answers take the place of none.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ModerationOptions, ModerationOptionsValidator>().BindConfiguration(ModerationOptions.Section);
        services.AddSingleton<EditReview>();

        services.AddOptionsWithValidateOnStart<CuratedOptions, CuratedOptionsValidator>().BindConfiguration(CuratedOptions.Section);
        services.AddSingleton<CuratedAnswers>();
        services.RemoveAll<ICuratedAnswers>();
        services.AddSingleton<ICuratedAnswers>(provider => provider.GetRequiredService<CuratedAnswers>());
        return services;
    }
}
