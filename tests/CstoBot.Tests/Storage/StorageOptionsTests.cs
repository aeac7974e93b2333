using CstoBot.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CstoBot.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("Storage:Provider", "Postgres", "Storage:Provider: Postgres is not supported in this version.")]
    [InlineData("Storage:Provider", "Oracle", "Storage:Provider")]
    [InlineData("Data:Folder", "", "Data:Folder is empty.")]
    public async Task A_wrong_setting_is_named(string key, string value, string expected)
    {
        await using var provider = Provider(key, value);

        var exception = Assert.Throws<StartupException>(provider.ValidateSettings);

        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_is_named_in_any_case()
    {
        await using var provider = Provider("Storage:Provider", "sqlite");

        provider.ValidateSettings();
    }

    private static ServiceProvider Provider(string key, string value) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>(key, value)]).Build())
        .AddLogging()
        .AddStorage()
        .AddSettingsCatalogue()
        .BuildServiceProvider();
}
