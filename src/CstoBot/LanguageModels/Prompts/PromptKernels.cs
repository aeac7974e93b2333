using CstoBot.LanguageModels.Clients;
using CstoBot.LanguageModels.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>Makes the kernel that a prompt is invoked on. The clients around the endpoint stand here in the order in which a call passes them.</summary>
internal sealed class PromptKernels(IOptions<ModelOptions> options, Circuit circuit, TokenBudget budget, TimeProvider time, ILoggerFactory loggers) : IDisposable
{
    private readonly Lazy<IChatClient> endpoint = new(() => Shared(options.Value, circuit, budget, time));

    public Kernel Create(LoadedPrompt prompt)
    {
        var client = endpoint.Value.AsBuilder()
            .Use(inner => new MeasuredClient(inner, prompt.Rules.Prompt, time, loggers.CreateLogger<MeasuredClient>()))
            .Use(inner => new MessageGuard(inner, prompt.Roles))
            .ConfigureOptions(call => Complete(call, prompt.Rules))
            .Build();

        // Without the program's logging: a kernel would log arguments and answers.
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton(client);
        builder.Services.AddSingleton<IPromptRenderFilter>(new RenderingLog(prompt, time, loggers.CreateLogger<RenderingLog>()));
        return builder.Build();
    }

    public void Dispose()
    {
        if (endpoint.IsValueCreated)
        {
            endpoint.Value.Dispose();
        }
    }

    /// <summary>One for all prompts.</summary>
    private static IChatClient Shared(ModelOptions options, Circuit circuit, TokenBudget budget, TimeProvider time) => ModelEndpoint.CreateChatClient(options)
        .AsBuilder()
        .Use(inner => new TimeLimitedClient(inner, TimeSpan.FromSeconds(options.TimeoutSeconds), time))
        .Use(inner => new BudgetedClient(inner, budget))
        .Use(inner => new CompleteAnswerClient(inner))
        .Use(inner => new FormatClient(inner, options.StructuredOutput))
        .Use(inner => new ResilientClient(inner, circuit, time))
        .Build();

    /// <summary>What the prompt's own config.json says goes before the settings; the form of the answer is the program's.</summary>
    private void Complete(ChatOptions call, PromptRules rules)
    {
        call.Temperature ??= (float?)options.Value.Temperature;
        call.MaxOutputTokens ??= options.Value.MaxOutputTokens;
        call.ResponseFormat = ChatResponseFormat.ForJsonSchema(rules.Schema, rules.SchemaName);
        (call.AdditionalProperties ??= [])["strict"] = true;
        call.Tools = null;
        call.ToolMode = null;
    }
}
