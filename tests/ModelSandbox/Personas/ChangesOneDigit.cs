using System.Text.RegularExpressions;
using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Changes the last digit of each number in turn.</summary>
internal sealed partial class ChangesOneDigit : MutatingPersona
{
    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        foreach (Match number in Number().Matches(sentence.Text))
        {
            var at = number.Index + number.Length - 1;
            var digit = (char)('0' + ((sentence.Text[at] - '0' + 1) % 10));
            var changed = number.Value[..^1] + digit;

            // "5 to 6" with 5 made 6 says something else as well, but not with a number that the quote lacks.
            if (changed != "0" && !Regex.IsMatch(sentence.Text, $@"\b{changed}\b"))
            {
                foreach (var statement in False(sentence, sentence.Text[..at] + digit + sentence.Text[(at + 1)..], $"{number.Value} became {changed}"))
                {
                    yield return statement;
                }
            }
        }
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
