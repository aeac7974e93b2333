using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>A prompt that was found to be safe.</summary>
/// <param name="Roles">Of its messages; whatever it is given, these are sent and no others.</param>
internal sealed record LoadedPrompt(PromptRules Rules, KernelFunction Function, string Hash, IReadOnlyList<ChatRole> Roles);
