using CstoBot.Conversations;
using CstoBot.Moderation;

namespace CstoBot.Telegram.Handling;

/// <summary>What was chosen for a chat: by the person in a private chat, by the administrators of a group.</summary>
/// <param name="Language">What the bot speaks there; null: the language of each question.</param>
/// <param name="AnswersInPrivate">In a group: only a button that leads to the answer in a private chat.</param>
/// <param name="Moderation">Which answers are reviewed there; null: as the settings of the bot say.</param>
internal sealed record ChatSettings(Language? Language = null, bool AnswersInPrivate = false, ModerationMode? Moderation = null)
{
    public static readonly ChatSettings Default = new();
}

/// <summary>Changed by <see cref="Change.LanguageChosen"/>, <see cref="Change.AnswerPlaceChosen"/> and <see cref="Change.ModerationChosen"/>.</summary>
internal interface IChatSettings
{
    /// <summary>The default where nothing was chosen.</summary>
    Task<ChatSettings> FindAsync(long chatId, CancellationToken cancellationToken);
}
