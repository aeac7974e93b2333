using System.Text.Json;
using CstoBot.Conversations;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>Reads the folder of prompts; all or none of them.</summary>
internal static class PromptReader
{
    private const string PluginName = "prompts";

    /// <exception cref="StartupException">One of them cannot be used; the message is one line that names the file.</exception>
    public static async Task<IReadOnlyDictionary<ModelPrompt, LoadedPrompt>> ReadAsync(string folder)
    {
        var files = Files(folder);
        var plugin = Plugin(folder);
        if (!Files(folder).Select(prompt => prompt.Value.Hash).SequenceEqual(files.Select(prompt => prompt.Value.Hash)))
        {
            throw new StartupException($"The prompts in {folder} are being changed just now: reload them when that is done.");
        }

        var loaded = new Dictionary<ModelPrompt, LoadedPrompt>();
        foreach (var rules in PromptRules.All)
        {
            var function = plugin[rules.Prompt.ToString()];
            var roles = await PromptTrial.RunAsync(function, files[rules.Prompt], rules);
            loaded[rules.Prompt] = new LoadedPrompt(rules, function, files[rules.Prompt].Hash, roles);
        }

        return loaded;
    }

    private static Dictionary<ModelPrompt, PromptFiles> Files(string folder) =>
        PromptRules.All.ToDictionary(rules => rules.Prompt, rules => PromptFiles.Read(Path.Combine(folder, rules.Prompt.ToString())));

    private static KernelPlugin Plugin(string folder)
    {
        try
        {
            return new Kernel().CreatePluginFromPromptDirectory(folder, PluginName);
        }
        catch (Exception exception) when (exception is KernelException or ArgumentException or JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The prompts in {folder} cannot be used: {exception.Message.ReplaceLineEndings(" ")}", exception);
        }
    }
}
