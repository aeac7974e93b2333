using CstoBot.Answering;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Moderation.Curated;

internal static class CuratedServices
{
    /// <summary>Kept answers are given; behind the storage.</summary>
    public static IServiceCollection AddCurated(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<CuratedOptions, CuratedOptionsValidator>().BindConfiguration(CuratedOptions.Section);
        services.AddSingleton<CuratedAnswers>();
        services.RemoveAll<ICuratedAnswers>();
        services.AddSingleton<ICuratedAnswers>(provider => provider.GetRequiredService<CuratedAnswers>());
        return services;
    }
}
