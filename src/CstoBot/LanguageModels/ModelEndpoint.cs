using Microsoft.Extensions.AI;
using OpenAI;

namespace CstoBot.LanguageModels;

/// <summary>Semantic Kernel's client of the configured model, with nothing around it yet.</summary>
internal static class ModelEndpoint
{
    public static OpenAIClient CreateClient(ModelOptions options) =>
        new(OpenAIEndpoint.Credential(options.Key), OpenAIEndpoint.Options(options.Endpoint, options.Headers));

    public static IChatClient CreateChatClient(ModelOptions options)
    {
        // Services of its own, without logging: the connector would log what is asked and answered.
        var services = new ServiceCollection();
        services.AddOpenAIChatClient(options.Name ?? string.Empty, CreateClient(options), openTelemetryConfig: traces => traces.EnableSensitiveData = false);
        return services.BuildServiceProvider().GetRequiredService<IChatClient>();
    }
}
