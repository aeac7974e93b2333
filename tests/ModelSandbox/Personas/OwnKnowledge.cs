using ModelSandbox.Prompts;
using ModelSandbox.Wording;

namespace ModelSandbox.Personas;

/// <summary>Speaks fluently of the question's subject from elsewhere, over a true quote that does not say so.</summary>
internal sealed class OwnKnowledge : MutatingPersona
{
    private static readonly IReadOnlyList<string> English =
    [
        "{0} was founded in 1949 by twelve states and has its seat in Brussels.",
        "Experts widely regard {0} as the most influential actor of its kind.",
        "The annual budget of {0} amounts to about 3.7 billion euros.",
        "In recent years {0} has faced growing criticism over its lack of transparency.",
    ];

    private static readonly IReadOnlyList<string> Russian =
    [
        "{0} существует с 1949 года, штаб-квартира находится в Брюсселе.",
        "Эксперты считают, что {0} играет решающую роль в своей области.",
        "Годовой бюджет ({0}) составляет около 3,7 млрд евро.",
        "В последние годы {0} подвергается критике за непрозрачность.",
    ];

    protected override IEnumerable<ScriptedStatement> Mutate(EvidenceSentence sentence, PromptView prompt)
    {
        var subject = Names.In(prompt.Question).Concat(Names.In(sentence.Text)).FirstOrDefault() ?? (sentence.IsRussian ? "Организация" : "The organization");
        return (sentence.IsRussian ? Russian : English)
            .Select(pattern => string.Format(System.Globalization.CultureInfo.InvariantCulture, pattern, subject))
            .Where(text => !Words.StemsOf(text).IsSubsetOf(Words.StemsOf(sentence.Text)))
            .SelectMany(text => False(sentence, text, "known from elsewhere"));
    }
}
