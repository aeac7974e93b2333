using CstoBot.Evaluation;
using CstoBot.LanguageModels;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Checkups;

namespace CstoBot.Operations.Doctor;

internal static class DoctorServices
{
    /// <summary>In the order in which they are told.</summary>
    public static IServiceCollection AddDoctor(this IServiceCollection services) => services
        .AddSingleton<Examination>()
        .AddSingleton<ICheckup, SettingsCheckup>()
        .AddSingleton<ICheckup, BotCheckup>()
        .AddSingleton<ICheckup, RolesCheckup>()
        .AddSingleton<ICheckup, ModeratorsChatCheckup>()
        .AddSingleton<ICheckup, SourcesCheckup>()
        .AddSingleton<ICheckup, DataCheckup>()
        .AddSingleton<ICheckup, SqliteCheckup>()
        .AddSingleton<ICheckup, IndexCheckup>()
        .AddSingleton<ICheckup, ModelCheckup>()
        .AddSingleton<ICheckup, PromptsCheckup>()
        .AddSingleton<ICheckup, EmbeddingsCheckup>()
        .AddSingleton<ICheckup, QuestionsCheckup>()
        .AddSingleton<ICheckup, ListenCheckup>()
        .AddSingleton<ICheckup, CollectorCheckup>();
}
