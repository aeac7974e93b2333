using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class SourceAdminPageTests
{
    private static readonly string Long = new('<', 1_000);

    [Theory]
    [InlineData("English", "1 / 4", "2. ")]
    [InlineData("Russian", "1 / 4", "2. ")]
    public void However_long_what_documents_say_a_page_is_one_message(string language, string pages, string second)
    {
        var (corpus, spoken) = (LongCorpus(), Enum.Parse<Language>(language));

        var first = SourceAdminPage.Render(corpus, 1, _ => 1_000_000, spoken);
        var last = SourceAdminPage.Render(corpus, 99, _ => 1_000_000, spoken);

        Assert.Contains(first.Keyboard!.Rows[0], button => button.Label == pages);
        Assert.Contains($"\n\n{second}<<<", first.Text.Plain, StringComparison.Ordinal);
        Assert.InRange(first.Text.Plain.Length, 1, TelegramHtml.MaxLength);
        Assert.InRange(last.Text.Plain.Length, 1, TelegramHtml.MaxLength);
        Assert.Contains("24. ", last.Text.Plain, StringComparison.Ordinal);
        Assert.InRange(SourceRenderer.Details(corpus, 1, 5, spoken).Text.Plain.Length, 1, TelegramHtml.MaxLength);
    }

    [Theory]
    [InlineData("English", "+3 ~2 −1 · Documents: 17")]
    [InlineData("Russian", "+3 ~2 −1 · Документы: 17")]
    public void Versions_are_one_message_in_which_the_reader_is_called_so(string language, string expected)
    {
        var versions = Enumerable.Range(1, 30).Reverse().Select(number => FixedArchive.Version(number)).ToList();

        var list = VersionsRenderer.List(versions, current: 30, reader: 9, Enum.Parse<Language>(language));

        Assert.InRange(list.Text.Plain.Length, 1, TelegramHtml.MaxLength);
        Assert.Contains(expected.Replace("17", "40", StringComparison.Ordinal), list.Text.Plain, StringComparison.Ordinal);
        Assert.Contains(language == "English" ? "admin (you)" : "администратор (вы)", list.Text.Plain, StringComparison.Ordinal);
        Assert.All(list.Keyboard!.Rows.SelectMany(row => row), button => Assert.InRange(button.Data.Length, 1, 64));
    }

    [Fact]
    public void However_much_an_archive_holds_its_preview_is_one_message()
    {
        IReadOnlyList<UploadedDocument> documents = [.. Enumerable.Range(0, 500).Select(number => new UploadedDocument($"{number}{Long}", Long, null, null, 0, 9, number % 2 == 0 ? Long : null))];

        var preview = UploadRenderer.Preview(new UploadPreview(long.MaxValue, Long, documents, DuplicateOf: Long, Replaces: true), Language.Russian);

        Assert.InRange(preview.Text.Plain.Length, 1, TelegramHtml.MaxLength);
        Assert.All(preview.Keyboard!.Rows.SelectMany(row => row), button => Assert.InRange(button.Data.Length, 1, 64));
    }

    private static Corpus LongCorpus()
    {
        var origins = new MetadataOrigins(MetadataOrigin.Admin, MetadataOrigin.Admin, MetadataOrigin.Admin, MetadataOrigin.Admin, MetadataOrigin.Admin);
        var documents = Enumerable.Range(10, 24).Select(number => Some.Document($"{number}{Long}", Long, Long)).ToList();
        return new Corpus(
            Long,
            [.. documents.Select(document => document with { Metadata = document.Metadata with { Url = new Uri($"https://example.org/{new string('x', 1_500)}"), Inferred = Long, Origins = origins } })],
            [.. Enumerable.Range(0, 50).Select(number => new FailedDocument($"{number}{Long}", Long))])
        {
            Number = int.MaxValue,
            ReadAt = Some.Time,
            LeftOut = [.. Enumerable.Range(0, 50).Select(number => $"{number}{Long}")],
            States = documents.ToDictionary(document => document.Name, _ => new DocumentState(DocumentOrigin.WebPage, Some.Time, Long, Correction: null)),
        };
    }
}
