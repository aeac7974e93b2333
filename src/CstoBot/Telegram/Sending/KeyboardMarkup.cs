using CstoBot.Telegram.Rendering;
using Telegram.Bot.Types.ReplyMarkups;

namespace CstoBot.Telegram.Sending;

/// <summary>Our buttons as Telegram takes them.</summary>
internal static class KeyboardMarkup
{
    public static InlineKeyboardMarkup ToMarkup(this Keyboard keyboard) =>
        new(keyboard.Rows.Select(row => row.Select(ToMarkup)));

    private static InlineKeyboardButton ToMarkup(Button button) => button.Link is { } link
        ? InlineKeyboardButton.WithUrl(button.Label, link.AbsoluteUri)
        : InlineKeyboardButton.WithCallbackData(button.Label, button.Data);
}
