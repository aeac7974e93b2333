using System.Runtime.CompilerServices;
using System.Text;
using CstoBot.Conversations;
using CstoBot.Verification.Statements;

namespace CstoBot.Composition.Models;

/// <summary>Has a language model answer from numbered passages, a statement at a time. What it says is a draft: nothing of it is verified here.</summary>
internal sealed class ModelComposer(ILanguageModel model)
{
    public const string Name = "model";

    private const int MaxQuestion = 2_000;
    private const int MaxRefused = 4_000;

    /// <summary>The model's statements as they come, in its order.</summary>
    /// <param name="refused">What it said before and why that does not hold; empty at first.</param>
    /// <exception cref="ModelFailedException">There is nothing (further) to be had.</exception>
    public async IAsyncEnumerable<ModelReply> ComposeAsync(
        string question, Language language, IReadOnlyList<NumberedPassage> passages, IReadOnlyList<RefusedStatement> refused, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, string>
        {
            ["question"] = $"<<<QUESTION>>>\n{PromptData.Of(question, MaxQuestion)}\n<<<END QUESTION>>>",
            ["language"] = language.ToString(),
            ["passages"] = PassageBlocks.Of(passages),
            ["refused"] = Refused(refused),
        };
        var reader = new ReplyReader();
        await foreach (var piece in model.AskAsync(ModelPrompt.Answer, arguments, cancellationToken))
        {
            foreach (var reply in reader.Read(piece))
            {
                yield return reply;
            }

            if (reader.IsFull)
            {
                yield break;
            }
        }
    }

    private static string Refused(IReadOnlyList<RefusedStatement> refused)
    {
        if (refused.Count == 0)
        {
            return "none";
        }

        var lines = new StringBuilder("<<<REFUSED>>>\n");
        foreach (var (statement, fault) in refused)
        {
            lines.Append("- ").Append(PromptData.Line(statement.Text, 300)).Append(" — ").Append(Reason(fault)).Append('\n');
        }

        return lines.Length > MaxRefused ? lines.ToString(0, MaxRefused) : lines.Append("<<<END REFUSED>>>").ToString();
    }

    private static string Reason(StatementFault fault) => fault switch
    {
        StatementFault.Unshowable => "a statement is one plain sentence without markup, links, markers or special characters",
        StatementFault.NoQuote => "it has no quote",
        StatementFault.UnknownPassage => "there is no passage of that number",
        StatementFault.QuoteNotFound => "the quote does not stand in that passage word for word",
        StatementFault.WrongLanguage => "it is in the wrong language",
        StatementFault.UnknownNumber => "a number or a date is not in the quoted sentence",
        StatementFault.UnknownName => "a name is not in the quoted sentence",
        StatementFault.Negation => "it denies what the quoted sentence says, or the other way round",
        StatementFault.NotEntailed or StatementFault.Unsupported => "it does not keep to the words of the quoted sentence and their order",
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };
}

/// <summary>A statement that verification did not let pass.</summary>
internal sealed record RefusedStatement(ModelStatement Statement, StatementFault Fault);
