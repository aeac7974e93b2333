using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion.Versions;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes the kept versions of the corpus, and asks before one of them is gone back to.</summary>
internal static class VersionsRenderer
{
    private const int ButtonsPerRow = 4;

    // As many as fit one message.
    private const int MaxVersions = 20;

    /// <param name="current">The number of the version in use.</param>
    /// <param name="reader">Whose own changes are called theirs.</param>
    public static RenderedMessage List(IReadOnlyList<CorpusVersion> versions, int current, long reader, Language language)
    {
        var texts = RunTexts.For(language);
        if (versions.Count == 0)
        {
            return new RenderedMessage(TelegramHtml.Write([Block.Paragraph(texts.NoVersions)]));
        }

        var shown = versions.Take(MaxVersions).ToList();
        var rows = shown.Where(version => version.Number != current)
            .Select(version => new Button(
                string.Create(CultureInfo.InvariantCulture, $"↩ {version.Number}"),
                new CommandButton(CommandText.Rollback, string.Create(CultureInfo.InvariantCulture, $"ask {version.Number}")).ToString()))
            .Chunk(ButtonsPerRow)
            .ToList();
        return new RenderedMessage(
            TelegramHtml.Write([Block.Paragraph(new Span(texts.VersionsHeading, TextStyle.Bold)), .. shown.Select(version => Entry(version, current, reader, language))]),
            rows.Count == 0 ? null : new Keyboard(rows));
    }

    /// <param name="current">The number of the version that it would replace: a press is for that one only.</param>
    public static RenderedMessage Question(CorpusVersion version, int current, long reader, Language language)
    {
        var texts = RunTexts.For(language);
        return new RenderedMessage(
            TelegramHtml.Write(
            [
                Block.Paragraph(new Span(texts.RollBackQuestion(version.Number), TextStyle.Bold)),
                Entry(version, current, reader, language),
                Block.Paragraph(texts.NothingByItself),
            ]),
            new Keyboard(
            [
                [
                    new Button(texts.RollBack, new CommandButton(CommandText.Rollback, string.Create(CultureInfo.InvariantCulture, $"go {version.Number} {current}")).ToString()),
                    new Button(texts.LeaveAsIs, new CommandButton(CommandText.Rollback, "leave").ToString()),
                ],
            ]));
    }

    private static Block Entry(CorpusVersion version, int current, long reader, Language language)
    {
        var texts = RunTexts.For(language);
        var day = PhraseBook.For(language).Date(DateOnly.FromDateTime(version.CreatedAt.UtcDateTime));
        var cause = version.RolledBackTo is { } earlier ? texts.RolledBackTo(earlier) : texts.NameOf(version.Cause);
        var by = version.By is { } user ? $" ({(user == reader ? texts.You : user.ToString(CultureInfo.InvariantCulture))})" : "";
        var inUse = version.Number == current ? $" — {texts.InUse}" : "";
        return Block.Paragraph(
            new Span(string.Create(CultureInfo.InvariantCulture, $"{version.Number} · {RunRenderer.ShortId(version.Id)}"), TextStyle.Bold),
            new Span(string.Create(
                CultureInfo.InvariantCulture,
                $"{inUse}\n{day}, {version.CreatedAt.UtcDateTime:HH:mm} UTC · {cause}{by}\n+{version.Added} ~{version.Changed} −{version.Removed} · {texts.Documents}: {version.Documents}")),
            new Span(version.Failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" · {texts.Unreadable}: {version.Failed}")));
    }
}
