using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>States in a language that nobody asked for: another one, the other of the two, or half and half.</summary>
internal sealed class SwitchesLanguage : MutatingPersona
{
    private static readonly IReadOnlyList<string> Foreign =
    [
        "Die Mitgliedstaaten haben sich auf eine engere Zusammenarbeit geeinigt.",
        "Les États membres ont décidé de renforcer leur coopération.",
        "成员国同意加强合作。",
    ];

    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        var other = sentence.IsRussian ? "The member states agreed on closer cooperation." : "Государства-члены договорились о более тесном сотрудничестве.";
        var words = sentence.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var mixed = string.Join(' ', words[..(words.Length / 2)]) + (sentence.IsRussian ? " and everybody agreed with that." : " и все с этим согласились.");
        return [.. new[] { Foreign[sentence.Text.Length % Foreign.Count], other, mixed }.SelectMany(text => False(sentence, text, "in another language"))];
    }
}
