using Microsoft.Extensions.AI;

namespace CstoBot.LanguageModels.Usage;

/// <summary>How many tokens a text will take, where nobody counts them: rather too many than too few. Pure.</summary>
internal static class TokenEstimate
{
    // Of common vocabularies: 4 to 5 letters of English a token, 2 to 3 of Russian.
    private const double AsciiPerToken = 3.5;
    private const double OthersPerToken = 2;

    // What surrounds each message.
    private const int PerMessage = 4;

    public static long Of(IEnumerable<ChatMessage> messages) => messages.Sum(message => PerMessage + Of(message.Text));

    public static long Of(string text)
    {
        var ascii = text.Count(char.IsAscii);
        return (long)Math.Ceiling((ascii / AsciiPerToken) + ((text.Length - ascii) / OthersPerToken));
    }
}
