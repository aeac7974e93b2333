using CstoBot.LanguageModels;
using CstoBot.Retrieval.Dense;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CstoBot.Tests.LanguageModels;

public sealed class ModelOptionsTests
{
    private const string Endpoint = "Model:Endpoint=http://localhost:11434/v1";

    [Theory]
    [InlineData("")]
    [InlineData(Endpoint, "Model:Name=a")]
    [InlineData(Endpoint, "Model:Name=a", "Model:Key=k", "Model:Headers:api-key=x", "Model:Temperature=", "Model:StructuredOutput=none", "Model:TokensPerDay=5000")]
    [InlineData("Model:FirstStatementSeconds=3")]
    public void What_makes_sense_is_accepted(params string[] settings) => Assert.Empty(Faults(settings));

    [Theory]
    [InlineData("Model:Endpoint must be an http or https address, for example http://localhost:11434/v1.", "Model:Endpoint=localhost:11434", "Model:Name=a")]
    [InlineData("Model:Endpoint must hold neither a password nor a query: use Model:Key and Model:Headers.", "Model:Endpoint=http://a:b@localhost/v1", "Model:Name=a")]
    [InlineData("Model:Name is missing: the name of the model at Model:Endpoint.", Endpoint)]
    [InlineData("Model:Key holds characters that no key has.", Endpoint, "Model:Name=a", "Model:Key=secret\r\nX: y")]
    [InlineData("Model:Name or Model:Key is set, but Model:Endpoint is not.", "Model:Key=secret")]
    [InlineData("Model:Headers:Authorization is set by the program itself, from Model:Key.", Endpoint, "Model:Name=a", "Model:Headers:Authorization=secret")]
    [InlineData("Model:Headers holds a name that no header has.", Endpoint, "Model:Name=a", "Model:Headers:a b=secret")]
    [InlineData("Model:Headers:x holds characters that no header has.", Endpoint, "Model:Name=a", "Model:Headers:x=secret\n")]
    [InlineData("Model:TokensPerMinute must be more than Model:MaxOutputTokens: as it is, no call would ever fit.", Endpoint, "Model:Name=a", "Model:TokensPerMinute=1000")]
    [InlineData("Model:TimeoutSeconds must be between 1 and 3600.", Endpoint, "Model:Name=a", "Model:TimeoutSeconds=0")]
    [InlineData("Model:Temperature must be between 0 and 2.", Endpoint, "Model:Name=a", "Model:Temperature=3")]
    [InlineData("Prompts:Folder does not exist: /nowhere", "Prompts:Folder=/nowhere")]
    public void What_makes_no_sense_is_told_in_one_line_without_a_secret(string expected, params string[] settings)
    {
        var fault = Assert.Single(Faults(settings));

        Assert.Equal(expected, fault);
        Assert.DoesNotContain("secret", fault, StringComparison.Ordinal);
    }

    private static string[] Faults(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Where(setting => setting.Length > 0).Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1]))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddLanguageModels();
        services.AddOptions<EmbeddingsOptions>();
        try
        {
            services.AddSettingsCatalogue().BuildServiceProvider().ValidateSettings();
            return [];
        }
        catch (StartupException exception)
        {
            return exception.Message.Split('\n');
        }
    }
}
