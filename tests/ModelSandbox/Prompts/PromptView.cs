namespace ModelSandbox.Prompts;

/// <summary>A prompt taken apart: all that a persona looks at, so that personas suit any corpus and any transport.</summary>
/// <param name="Language">Two letters: the language that the prompt names, else the question's.</param>
/// <param name="Refused">On a second try the lines that say what was refused; a refused statement stands in one of them.</param>
/// <param name="SystemText">What stands in the messages of the roles system and developer.</param>
/// <param name="Statement">Of an entailment prompt; otherwise empty.</param>
/// <param name="Quote">Of an entailment prompt; otherwise empty.</param>
/// <param name="Problems">Data blocks that are not as promised: unclosed, nested, numbered out of order.</param>
internal sealed record PromptView(
    PromptKind Kind,
    string Question,
    string Language,
    IReadOnlyList<ShownPassage> Passages,
    IReadOnlyList<string> Refused,
    string SystemText,
    string Statement,
    string Quote,
    IReadOnlyList<string> Problems)
{
    public ShownPassage? PassageOrNull(int number) => Passages.FirstOrDefault(passage => passage.Number == number);
}
