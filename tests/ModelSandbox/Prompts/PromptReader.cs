using System.Text.RegularExpressions;

namespace ModelSandbox.Prompts;

/// <summary>Takes a prompt apart by its data blocks; its wording does not matter.</summary>
internal static partial class PromptReader
{
    /// <param name="format">The name of the response format, null where the request has none.</param>
    public static PromptView Read(IReadOnlyList<ChatMessage> messages, string? format)
    {
        var system = Join(messages.Where(message => message.Role is "system" or "developer"));
        var user = Join(messages.Where(message => message.Role is "user"));
        var question = PromptBlocks.Named(user, "QUESTION");
        return new PromptView(
            KindOf(format, system + "\n" + user),
            question,
            LanguageOf(user, question),
            PromptBlocks.Passages(user),
            [.. PromptBlocks.Named(user, "REFUSED").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            system,
            PromptBlocks.Named(user, "STATEMENT"),
            PromptBlocks.Named(user, "QUOTE"),
            PromptBlocks.Problems(user));
    }

    private static PromptKind KindOf(string? format, string text) => format switch
    {
        "answer" => PromptKind.Answer,
        "standalone_question" => PromptKind.StandaloneQuestion,
        "entailment" => PromptKind.Entailment,
        _ when text.Contains("<<<PASSAGE 1>>>", StringComparison.Ordinal) => PromptKind.Answer,
        _ when text.Contains("\"statements\"", StringComparison.Ordinal) => PromptKind.Answer,
        _ when text.Contains("\"queries\"", StringComparison.Ordinal) => PromptKind.StandaloneQuestion,
        _ when text.Contains("\"supported\"", StringComparison.Ordinal) => PromptKind.Entailment,
        _ => PromptKind.Unknown,
    };

    private static string LanguageOf(string user, string question)
    {
        var named = LanguageLine().Match(user);
        return named.Success
            ? named.Groups["name"].Value.StartsWith("r", StringComparison.OrdinalIgnoreCase) || named.Groups["name"].Value[0] is 'р' or 'Р' ? "ru" : "en"
            : question.Any(character => character is >= 'Ѐ' and <= 'ӿ') ? "ru" : "en";
    }

    private static string Join(IEnumerable<ChatMessage> messages) => string.Join("\n\n", messages.Select(message => message.Text));

    /// <summary>The word a prompt names the answer's language by; languages other than English and Russian are not asked for.</summary>
    [GeneratedRegex(@"language:[ \t]*(?<name>ru|en|russian|english|русский|английский)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LanguageLine();
}
