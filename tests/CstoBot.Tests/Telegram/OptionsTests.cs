using CstoBot.Moderation;
using CstoBot.Telegram;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CstoBot.Tests.Telegram;

public sealed class OptionsTests
{
    private const string Token = "123456789:AAE-secret_part";

    [Fact]
    public async Task Good_settings_pass() => await CheckAsync(("Telegram:Token", Token), ("Roles:Admins", "1, 2"), ("Roles:Moderators:0", "3"));

    [Fact]
    public async Task All_faults_are_told_at_once()
    {
        var exception = await Assert.ThrowsAsync<StartupException>(() => CheckAsync(
            ("Telegram:Mode", "Webhook"),
            ("Telegram:WebhookSecret", "not a secret!"),
            ("Telegram:ListenUrl", "https://0.0.0.0"),
            ("Telegram:BaseUrl", "localhost:8081"),
            ("Telegram:MessagesPerSecond", "-1"),
            ("Limits:QuestionsPerDay", "many"),
            ("Roles:Admins:0", "@boss")));

        foreach (var expected in new[]
        {
            "Telegram:Token is missing",
            "Telegram:WebhookUrl must be the https address",
            "Telegram:WebhookSecret must have",
            "Telegram:ListenUrl must be an http address",
            "Telegram:BaseUrl",
            "Telegram:MessagesPerSecond must be between 0 and 10000",
            "Limits:QuestionsPerDay must be a whole number.",
            "Roles:Admins: '@boss' is not a Telegram user id",
        })
        {
            Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("very-secret")]
    [InlineData("abc:very-secret")]
    [InlineData("123456789:very-secret/../x")]
    [InlineData("123456789:")]
    public async Task A_malformed_token_is_refused_without_being_shown(string token)
    {
        var exception = await Assert.ThrowsAsync<StartupException>(() => CheckAsync(("Telegram:Token", token)));

        Assert.Contains("Telegram:Token is not a bot token", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_names_its_setting()
    {
        var exception = await Assert.ThrowsAsync<StartupException>(() => CheckAsync(("Telegram:Token", Token), ("Telegram:MessagesPerSecond", "many")));

        Assert.Contains("Telegram:MessagesPerSecond", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roles_are_read_from_a_list_and_from_one_text()
    {
        var options = new RolesOptions();
        RolesOptions.Bind(options, Configuration(("Roles:Admins", "1, 2"), ("Roles:Moderators:0", "3"), ("Roles:Moderators:1", "4")));

        Assert.Equal(Role.Admin, options.RoleOf(2));
        Assert.Equal(Role.Moderator, options.RoleOf(3));
        Assert.Equal(Role.Moderator, options.RoleOf(4));
        Assert.Equal(Role.User, options.RoleOf(5));
    }

    /// <summary>The settings alone: the check that would reach out to Telegram is left out.</summary>
    private static async Task CheckAsync(params (string Key, string Value)[] settings)
    {
        var services = new ServiceCollection().AddSingleton(Configuration(settings)).AddLogging().AddModeration().AddTelegram().AddSettingsCatalogue();
        services.Remove(services.Single(service => service.ServiceType == typeof(IStartupCheck)));
        await using var provider = services.BuildServiceProvider();
        provider.ValidateSettings();
        await provider.CheckStartAsync(CancellationToken.None);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value)))
        .Build();
}
