using CstoBot.Moderation.Gaps;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Live;
using CstoBot.Telegram.Moderation;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Sources;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace CstoBot.Telegram;

/// <summary>The bot in Telegram: from an update to the sent reply.</summary>
internal static class TelegramServices
{
    public static IServiceCollection AddTelegram(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TelegramOptions, TelegramOptionsValidator>().BindConfiguration(TelegramOptions.Section);
        services.AddOptionsWithValidateOnStart<LimitsOptions, LimitsOptionsValidator>().BindConfiguration(LimitsOptions.Section);
        services.AddOptionsWithValidateOnStart<RolesOptions, RolesOptionsValidator>().Configure<IConfiguration>(RolesOptions.Bind);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RunFailure>();

        services.AddSingleton<TelegramContact>();
        services.AddSingleton<ITelegramBotClient>(provider => TelegramClient.Create(
            provider.GetRequiredService<IOptions<TelegramOptions>>().Value, provider.GetRequiredService<TelegramContact>()));
        services.AddSingleton(provider => new SendSchedule(SendRates.Of(provider.GetRequiredService<IOptions<TelegramOptions>>().Value)));
        services.AddSingleton<TelegramCalls>();
        services.AddSingleton<DeliveryProbe>();
        services.AddSingleton<DeliveryAttempt>();
        services.AddSingleton<MarkupDefects>();
        services.AddSingleton<Delivery>();
        services.AddSingleton<InstantReplies>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<TypingIndicator>();

        services.AddSingleton<LiveWriter>();
        services.AddSingleton<LiveAnswers>();

        services.AddSingleton<Roles>();
        services.AddSingleton<UnpromptedEffects>();
        services.AddSingleton<CaseCards>();
        services.AddSingleton<CaseActions>();
        services.AddSingleton<CurationWatch>();
        services.AddSingleton<IGapAnswering, GapAnswering>();
        services.AddSingleton<RepeatedQuestions>();
        services.AddSingleton<AnswerReview>();
        services.AddSingleton<EarlierAnswers>();
        services.AddSingleton<CardReplies>();
        services.AddSingleton<DraftAccess>();
        services.AddSingleton<Reports>();
        services.AddSingleton<Corrections>();
        services.AddSingleton<Reminders>();
        services.AddSingleton<ICommand, GrantCommand>();
        services.AddSingleton<ICommand, AuditCommand>();
        services.AddSingleton<ICommand, CaseCommand>();
        services.AddSingleton<ICommand, QueueCommand>();
        services.AddSingleton<ICommand, ReportCommand>();

        services.AddSingleton<QuestionLimiter>();
        services.AddSingleton<AnswerGiver>();
        services.AddSingleton<QuestionHandler>();
        services.AddSingleton<ChatAdministrators>();
        services.AddSingleton<ICommand, StartCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<ICommand, SourcesCommand>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddSingleton<ICommand, PrivacyCommand>();
        services.AddSingleton<ICommand, ForgetCommand>();
        services.AddSingleton<ICommand, StatusCommand>();
        services.AddSingleton<SourceRuns>();
        services.AddSingleton<SourceAlarm>();
        services.AddSingleton<ICommand, ReloadCommand>();
        services.AddSingleton<ICommand, VersionsCommand>();
        services.AddSingleton<ICommand, SourceCommand>();
        services.AddSingleton<IFileDownload, TelegramFiles>();
        services.AddSingleton<UploadCommand>();
        services.AddSingleton<SentFiles>();
        services.AddSingleton<ICommand>(provider => provider.GetRequiredService<UploadCommand>());
        services.AddSingleton<ICommand, CuratedCommand>();
        services.AddSingleton<ICommand, StatsCommand>();
        services.AddSingleton<GapList>();
        services.AddSingleton<ICommand, GapsCommand>();
        services.AddSingleton<CommandHandler>();
        services.AddSingleton<InlineTurns>();
        services.AddSingleton<InlineLimiter>();
        services.AddSingleton<InlineHandler>();
        services.AddSingleton<PassageButtons>();
        services.AddSingleton<VoteButtons>();
        services.AddSingleton<FollowUpButtons>();
        services.AddSingleton<ButtonHandler>();
        services.AddSingleton<UpdateHandler>();

        services.AddSingleton<TelegramConnection>();
        services.AddSingleton<IStartupCheck>(provider => provider.GetRequiredService<TelegramConnection>());
        services.AddSingleton<UpdateReply>();
        services.AddSingleton<Rehearsal>();

        // Hosted services stop in reverse: first nothing new comes in, then what came is finished, then what came of it is sent.
        services.AddHostedService(provider => provider.GetRequiredService<OutboxSender>());
        services.AddSingleton<UpdateWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<UpdateWorker>());
        services.AddSingleton<UpdateIntake>();
        services.AddSingleton<UpdatePolling>();
        services.AddSingleton<WebhookServer>();
        services.AddHostedService<CaseClock>();
        services.AddHostedService<RunFollower>();
        services.AddHostedService<UpdateReceiver>();
        services.AddHostedService<CommandMenus>();
        return services;
    }
}
