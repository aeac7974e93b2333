namespace CstoBot.Telegram.Rendering;

/// <summary>The text of one message, ready to be sent.</summary>
/// <param name="Html">Telegram's HTML, every value escaped.</param>
/// <param name="Plain">What the reader sees; sent instead should Telegram ever refuse the markup.</param>
internal sealed record MessageText(string Html, string Plain);
