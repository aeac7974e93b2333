using CstoBot.Moderation.Edits;

namespace CstoBot.Moderation;

internal static class ModerationServices
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ModerationOptions, ModerationOptionsValidator>().BindConfiguration(ModerationOptions.Section);
        services.AddSingleton<EditReview>();
        return services;
    }
}
