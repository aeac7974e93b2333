using System.Text;

namespace CstoBot.Telegram.Handling;

/// <summary>Finds <c>@bot</c> in a text: the whole name in any case, but not as part of a longer name or of an address.</summary>
internal static class Mention
{
    public static bool IsIn(string text, BotIdentity bot) => Next(text, 0, bot) >= 0;

    /// <summary>The text without mentions of the bot, and without the gap that they leave.</summary>
    public static string RemoveFrom(string text, BotIdentity bot)
    {
        var rest = new StringBuilder();
        var start = 0;
        for (var found = Next(text, 0, bot); found >= 0; found = Next(text, start, bot))
        {
            Append(rest, text[start..found]);
            start = found + bot.Username.Length + 1;
        }

        if (start == 0)
        {
            return text;
        }

        Append(rest, text[start..]);
        return rest.ToString().Trim();
    }

    private static void Append(StringBuilder rest, string part)
    {
        var endsOpen = rest.Length == 0 || char.IsWhiteSpace(rest[^1]);
        var follows = endsOpen ? part.TrimStart(' ', ',', ':') : part;
        rest.Append(follows);
    }

    private static int Next(string text, int start, BotIdentity bot)
    {
        var name = "@" + bot.Username;
        while (start < text.Length)
        {
            var found = text.IndexOf(name, start, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
            {
                return -1;
            }

            var end = found + name.Length;
            if ((found == 0 || !IsNamePart(text[found - 1])) && (end == text.Length || !IsNamePart(text[end])))
            {
                return found;
            }

            start = end;
        }

        return -1;
    }

    private static bool IsNamePart(char character) => char.IsLetterOrDigit(character) || character is '_' or '@';
}
