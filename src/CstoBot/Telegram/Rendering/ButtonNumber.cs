using System.Globalization;

namespace CstoBot.Telegram.Rendering;

/// <summary>Numbers in a button's data, which come from the user's side and may be anything.</summary>
internal static class ButtonNumber
{
    /// <summary>Null for anything but a whole number as the bot writes it: digits alone, without leading zeros.</summary>
    public static long? OrNull(string text) => text is ['0', _, ..] ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <inheritdoc cref="OrNull"/>
    public static int? SmallOrNull(string text) => OrNull(text) is <= int.MaxValue and var number ? (int)number : null;
}
