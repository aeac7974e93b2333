using CstoBot.Conversations;

namespace CstoBot.Telegram.Handling;

/// <summary>What was chosen for a chat: by the person in a private chat, by the administrators of a group.</summary>
/// <param name="Language">What the bot speaks there; null: the language of each question.</param>
/// <param name="AnswersInPrivate">In a group: only a button that leads to the answer in a private chat.</param>
internal sealed record ChatSettings(Language? Language = null, bool AnswersInPrivate = false)
{
    public static readonly ChatSettings Default = new();
}

/// <summary>Changed by <see cref="Change.LanguageChosen"/> and <see cref="Change.AnswerPlaceChosen"/>.</summary>
internal interface IChatSettings
{
    /// <summary>The default where nothing was chosen.</summary>
    Task<ChatSettings> FindAsync(long chatId, CancellationToken cancellationToken);
}
