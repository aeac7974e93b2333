using CstoBot.Conversations;
using CstoBot.Ingestion.Versions;
using CstoBot.LanguageModels.Usage;
using CstoBot.Moderation.Cases;
using CstoBot.Moderation.Curated;
using CstoBot.Moderation.Export;
using CstoBot.Moderation.Gaps;
using CstoBot.Moderation.Statistics;
using CstoBot.Retrieval.Dense;
using CstoBot.Storage.Sqlite;
using CstoBot.Storage.Sqlite.Corpus;
using CstoBot.Storage.Vectors;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

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
        services.AddSingleton<IStorageProbe, SqliteProbe>();
        services.AddSingleton<IInbox, SqliteInbox>();
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IConversationHistory, SqliteConversationHistory>();
        services.AddSingleton<IAnswerStore, SqliteAnswerStore>();
        services.AddSingleton<IFeedbackStore, SqliteFeedbackStore>();
        services.AddSingleton<IVectorStore, VectorFile>();
        services.AddSingleton<IChatSettings, SqliteChatSettings>();
        services.AddSingleton<IAskedQuestions, SqliteAskedQuestions>();
        services.AddSingleton<IPersonalRows, SqlitePersonalRows>();
        services.AddSingleton<IBotState, SqliteBotState>();
        services.AddSingleton<ILiveMessages, SqliteLiveMessages>();
        services.AddSingleton<ITokenUsage, SqliteTokenUsage>();
        services.AddSingleton<IRoleStore, SqliteRoleStore>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        services.AddSingleton<ICaseStore, SqliteCaseStore>();
        services.AddSingleton<ICorrections, SqliteCorrections>();
        services.AddSingleton<IEffectStore, SqliteEffects>();
        services.AddSingleton<ICuratedStore, SqliteCuratedStore>();
        services.AddSingleton<IGapStore, SqliteGapStore>();
        services.AddSingleton<IStatistics, SqliteStatistics>();
        services.AddCorpusStorage();
        services.AddSingleton<IRunNotices, SqliteRunNotices>();
        services.AddHostedService<Housekeeping>();
        return services;
    }

    /// <summary>What the bot has kept, for those who look and do not touch, but where they are told to.</summary>
    public static IServiceCollection AddReadOnlyStorage(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataOptions, DataOptionsValidator>().BindConfiguration(DataOptions.Section);

        services.AddSingleton<VectorFile>();
        services.AddSingleton<IVectorStore, ReadOnlyVectors>();
        services.AddSingleton<IBackup, SqliteBackup>();
        services.AddSingleton<IDecidedCases, SqliteDecidedCases>();

        services.AddCorpusDatabase(isReadOnly: true);
        services.AddSingleton<ICorpusStore, ReadOnlyCorpusStore>();
        services.AddSingleton<IFileStore, ReadOnlyFileStore>();

        // Nothing is opened before somebody asks for it.
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<IDatabase, SqliteSchema>();
        services.AddSingleton<ICuratedStore, SqliteCuratedStore>();
        services.AddSingleton<IAuditLog, SqliteAuditLog>();
        return services;
    }

    /// <summary>The versions of the corpus.</summary>
    public static IServiceCollection AddCorpusStorage(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DataOptions, DataOptionsValidator>().BindConfiguration(DataOptions.Section);
        services.AddCorpusDatabase(isReadOnly: false);
        services.AddSingleton<ICorpusStore>(provider => provider.GetRequiredService<SqliteCorpusStore>());
        services.AddSingleton<IFileStore>(provider => provider.GetRequiredService<SqliteFileStore>());
        return services;
    }

    private static void AddCorpusDatabase(this IServiceCollection services, bool isReadOnly)
    {
        services.AddSingleton(provider => new CorpusDatabase(provider.GetRequiredService<IOptions<DataOptions>>(), isReadOnly));
        services.AddSingleton<SqliteCorpusStore>();
        services.AddSingleton<SqliteFileStore>();
        services.AddSingleton<IDocumentArchive>(provider => provider.GetRequiredService<SqliteCorpusStore>());
    }
}
