using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Puts another name of the passages in the place of one. Names that may mean the same, and offices, are left alone.</summary>
internal sealed class SwapsName : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        var abbreviations = prompt.Passages.SelectMany(passage => Abbreviations.In(passage.Text)).Distinct().ToList();
        var present = Names.In(sentence.Text);
        var others = prompt.Passages.SelectMany(passage => Names.In(passage.Text)).Where(name => !Names.IsRole(name)).Distinct().ToList();
        foreach (var name in present.Where(name => !Names.IsRole(name)))
        {
            var other = others.FirstOrDefault(candidate =>
                !sentence.Text.Contains(candidate, StringComparison.OrdinalIgnoreCase)
                && Names.IsAbbreviation(name) == Names.IsAbbreviation(candidate)
                && Words.IsRussian(name) == Words.IsRussian(candidate)
                && !present.Any(standing => Names.MayBeSame(standing, candidate, abbreviations)));
            foreach (var statement in False(sentence, other is null ? null : sentence.Text.Replace(name, other, StringComparison.Ordinal), $"{name} became {other}"))
            {
                yield return statement;
            }
        }
    }
}
