using System.Text;
using CstoBot.Answering;
using CstoBot.Composition;
using CstoBot.Verification;

namespace CstoBot.Cli;

/// <summary>An outcome for a person at a terminal: the text, then the list of sources.</summary>
internal static class AnswerText
{
    public static string Render(AnswerOutcome outcome)
    {
        var phrases = PhraseBook.For(outcome.Language);
        var text = new StringBuilder();
        if (outcome is AnswerOutcome.Answered { Answer.Checked: { } date })
        {
            text.Append(phrases.Checked(date)).Append('\n');
        }

        text.Append(TerminalText.Clean(outcome.Text));
        switch (outcome)
        {
            case AnswerOutcome.Answered { Answer: { Citations.Count: > 0 } answer }:
                text.Append('\n').Append('\n').Append(phrases.SourcesHeading);
                foreach (var citation in answer.Citations)
                {
                    text.Append('\n').Append($"[{citation.Number}] {TerminalText.Clean(Describe(citation, phrases))}");
                }

                break;
            case AnswerOutcome.Abstained { Nearest.Count: > 0 } abstained:
                text.Append('\n').Append('\n').Append(phrases.NearestHeading);
                foreach (var document in abstained.Nearest)
                {
                    text.Append('\n').Append($"- {TerminalText.Clean(document.Title)} ({TerminalText.Clean(document.Source)})");
                }

                break;
            default:
                break;
        }

        return text.ToString();
    }

    private static string Describe(Citation citation, PhraseBook phrases)
    {
        var parts = new[] { citation.Label, citation.Publisher, phrases.Date(citation.Published), citation.Url?.AbsoluteUri };
        return $"{string.Join(", ", parts.Where(part => part is not null))} ({citation.Source})";
    }
}
