using System.Globalization;
using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Handling;

namespace CstoBot.Telegram.Rendering;

/// <summary>Writes what the bot would make of a file that was sent.</summary>
internal static class UploadRenderer
{
    private const int MaxListed = 10;
    private const int NameLength = 100;
    private const int TitleLength = 150;
    private const int FailureLength = 120;

    public static RenderedMessage Preview(UploadPreview upload, Language language)
    {
        var texts = SourceTexts.For(language);
        var isOne = upload.Documents is [{ } only] && only.Name == upload.Name;
        List<Block> blocks = [Block.Paragraph(new Span(Short(upload.Name, NameLength), TextStyle.Bold))];
        blocks.Add(Block.Paragraph(isOne ? Facts(upload.Documents[0], language) : Contents(upload, language)));
        List<string> notes =
        [
            .. upload.DuplicateOf is { } same ? [$"⚠ {texts.DuplicateOf}: {Short(same, NameLength)}"] : Array.Empty<string>(),
            .. upload.Replaces ? [$"⚠ {texts.ReplacesSame}"] : Array.Empty<string>(),
            .. CanBeAdded(upload) ? [] : new[] { $"⚠ {texts.Unreadable}" },
        ];
        if (notes.Count > 0)
        {
            blocks.Add(Block.Paragraph(string.Join('\n', notes)));
        }

        return new RenderedMessage(TelegramHtml.Write(blocks), CanBeAdded(upload) ? Buttons(upload, texts) : null);
    }

    /// <summary>Whether there is anything in it to be added.</summary>
    public static bool CanBeAdded(UploadPreview upload) => upload.Documents.Any(document => document.Failure is null);

    public static string ShortName(string name) => Short(name, NameLength);

    /// <summary>What its preview warns of, which the button to add it carries. That it is there itself comes of a second press: that is no warning.</summary>
    public static IReadOnlyList<string> Warnings(UploadPreview upload) =>
        [.. upload.DuplicateOf is null || upload.DuplicateOf == upload.Name ? Array.Empty<string>() : ["same"], .. upload.Replaces ? ["replaces"] : Array.Empty<string>()];

    private static Keyboard Buttons(UploadPreview upload, SourceTexts texts)
    {
        Button To(string label, params IEnumerable<string> words) => new(label, new CommandButton(CommandText.Upload, string.Join(' ', words)).ToString());
        var id = upload.Id.ToString(CultureInfo.InvariantCulture);
        return new Keyboard([[To(texts.Add, ["add", id, .. Warnings(upload)]), To(texts.Discard, "discard", id)]]);
    }

    private static string Facts(UploadedDocument document, Language language)
    {
        var texts = SourceTexts.For(language);
        if (document.Failure is { } failure)
        {
            return $"⚠ {Short(failure, FailureLength)}";
        }

        var pages = document.Pages == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{texts.Pages}: {document.Pages} · ");
        return string.Join(
            '\n',
            $"{texts.Title}: {(document.Title is null ? texts.NotKnown : Short(document.Title, TitleLength))}",
            $"{texts.Published}: {(document.Published is null ? texts.NotKnown : PhraseBook.For(language).Date(document.Published))}",
            $"{texts.Language}: {(document.Language is { } known ? BotTexts.For(language).NameOf(known) : texts.NotKnown)}",
            string.Create(CultureInfo.InvariantCulture, $"{pages}{texts.Chunks}: {document.Chunks}"));
    }

    private static string Contents(UploadPreview upload, Language language)
    {
        var texts = SourceTexts.For(language);
        var failed = upload.Documents.Count(document => document.Failure is not null);
        var lines = upload.Documents.Take(MaxListed).Select(document => document.Failure is { } failure
            ? $"⚠ {Inner(document, upload)}: {Short(failure, FailureLength)}"
            : string.Create(CultureInfo.InvariantCulture, $"• {Inner(document, upload)}: {Short(document.Title ?? texts.NotKnown, NameLength)}, {texts.Chunks}: {document.Chunks}"));
        return string.Join(
            '\n',
            [
                string.Create(CultureInfo.InvariantCulture, $"{texts.Documents}: {upload.Documents.Count - failed}, {texts.CouldNotBeRead}: {failed}, {texts.Chunks}: {upload.Documents.Sum(document => document.Chunks)}"),
                .. lines,
                .. upload.Documents.Count > MaxListed ? [RunTexts.For(language).AndMore(upload.Documents.Count - MaxListed)] : Array.Empty<string>(),
            ]);
    }

    /// <summary>The name within the archive.</summary>
    private static string Inner(UploadedDocument document, UploadPreview upload) =>
        Short(document.Name.StartsWith($"{upload.Name}/", StringComparison.Ordinal) ? document.Name[(upload.Name.Length + 1)..] : document.Name, NameLength);

    private static string Short(string text, int limit) => PlainText.Shorten(PlainText.OneLine(text), limit);
}
