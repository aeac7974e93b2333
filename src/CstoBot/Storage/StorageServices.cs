using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Receiving;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CstoBot.Storage;

/// <summary>The one switch between databases: everything else sees only the ports.</summary>
internal static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataOptions, DataOptionsValidator>().BindConfiguration(DataOptions.Section);
        services.AddOptionsWithValidateOnStart<StorageOptions, StorageOptionsValidator>().BindConfiguration(StorageOptions.Section);
        services.TryAddSingleton(TimeProvider.System);

        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IStartupCheck, SqliteSchema>();
        services.AddSingleton<IInbox, SqliteInbox>();
        services.AddSingleton<IConversationHistory, SqliteConversationHistory>();
        services.AddSingleton<IAnswerStore, SqliteAnswerStore>();
        services.AddSingleton<IFeedbackStore, SqliteFeedbackStore>();
        services.AddHostedService<Housekeeping>();
        return services;
    }
}
