using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using CstoBot.Telegram.Rendering;

namespace CstoBot.Telegram.Handling;

/// <summary>What a link <c>https://t.me/bot?start=…</c> asks for. Anyone can write such a link, with anything in it.</summary>
internal abstract partial record StartLink
{
    /// <summary>What Telegram lets follow <c>start=</c>: letters, digits, '_' and '-'.</summary>
    private const int MaxLength = 64;

    private const string AskPrefix = "ask_";
    private const string DocumentPrefix = "doc_";

    // Commands that speak of one person, or that are better read apart from a group.
    private static readonly HashSet<string> Commands =
        [CommandText.Help, CommandText.Sources, CommandText.Language, CommandText.Privacy, CommandText.Forget, CommandText.Status, CommandText.Gaps, CommandText.Stats, CommandText.Versions];

    private StartLink()
    {
    }

    protected abstract string Payload { get; }

    /// <summary>Asks this.</summary>
    public sealed record Ask(string Question) : StartLink
    {
        protected override string Payload => AskPrefix + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(Question));
    }

    /// <summary>Asks anew what an answer was given to.</summary>
    public sealed record AskAgain(long AnswerId) : StartLink
    {
        protected override string Payload => string.Create(CultureInfo.InvariantCulture, $"{AskPrefix}{AnswerId}");
    }

    /// <param name="Key">The document's file name without its ending; or the whole name in Base64, where it has other characters.</param>
    public sealed record ShowDocument(string Key) : StartLink
    {
        protected override string Payload => DocumentPrefix + Key;

        public static ShowDocument Of(string name)
        {
            var stem = Path.GetFileNameWithoutExtension(name);
            return new ShowDocument(Allowed().IsMatch(stem) ? stem : Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name)));
        }

        public bool IsFor(string name) => Key == Path.GetFileNameWithoutExtension(name) || Key == Base64Url.EncodeToString(Encoding.UTF8.GetBytes(name));
    }

    /// <summary>Carries out a command in the private chat.</summary>
    public sealed record Run(string Command) : StartLink
    {
        protected override string Payload => Command;
    }

    /// <summary>Null when it is none of ours.</summary>
    public static StartLink? ParseOrNull(string payload)
    {
        if (payload.Length > MaxLength || !Allowed().IsMatch(payload))
        {
            return null;
        }

        return payload.StartsWith(AskPrefix, StringComparison.Ordinal) ? ReadAskOrNull(payload[AskPrefix.Length..])
            : payload.StartsWith(DocumentPrefix, StringComparison.Ordinal) && payload.Length > DocumentPrefix.Length ? new ShowDocument(payload[DocumentPrefix.Length..])
            : Commands.Contains(payload) ? new Run(payload)
            : null;
    }

    /// <summary>Null when it is too long for a link.</summary>
    public Uri? ToOrNull(BotIdentity bot) => Payload.Length <= MaxLength ? new Uri($"https://t.me/{bot.Username}?start={Payload}") : null;

    private static StartLink? ReadAskOrNull(string text)
    {
        if (text.All(char.IsAsciiDigit))
        {
            return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? new AskAgain(id) : null;
        }

        if (!Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text) is not { Length: > 0 } bytes || !Utf8.IsValid(bytes))
        {
            return null;
        }

        var question = PlainText.OneLine(Encoding.UTF8.GetString(bytes));
        return question.Length == 0 ? null : new Ask(question);
    }

    [GeneratedRegex("^[A-Za-z0-9_-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Allowed();
}
