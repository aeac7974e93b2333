using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Moderation.Cases;

namespace CstoBot.Telegram.Moderation;

/// <summary>Knows whether an answer to the same question was corrected before.</summary>
internal sealed class RepeatedQuestions(ICaseStore cases)
{
    // The latest corrections tell what goes wrong now.
    private const int Remembered = 500;

    public async Task<bool> WasCorrectedAsync(string question, Language language, CancellationToken cancellationToken) =>
        (await cases.CorrectedQuestionsAsync(language, Remembered, cancellationToken))
            .Any(other => string.Equals(Whitespace.Collapse(other), Whitespace.Collapse(question), StringComparison.OrdinalIgnoreCase));
}
