using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Ingestion.Reloading;
using CstoBot.Telegram.Rendering;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class RunRendererTests
{
    [Theory]
    [InlineData("English", "Building the index.\nDocuments: 1 / 9 · Chunks: 5\nLeft: about 1 min")]
    [InlineData("Russian", "Строю индекс.\nДокументы: 1 / 9 · Отрывки: 5\nОсталось: около 1 мин")]
    public void Progress_is_told_with_a_button_to_cancel(string language, string expected)
    {
        var message = RunRenderer.Progress(new CorpusProgress(CorpusPhase.Indexing, 1, 9, 5, TimeSpan.FromSeconds(60)), 123, isJoined: false, Enum.Parse<Language>(language));

        Assert.Equal(expected, message.Text.Plain);
        Assert.Equal("/reload cancel 123", message.Keyboard!.Rows.Single().Single().Data);
    }

    [Fact]
    public void What_is_not_known_yet_is_not_told()
    {
        Assert.Equal("Waiting for another change of the documents to end.", RunRenderer.Progress(CorpusProgress.Waiting, 1, isJoined: false, Language.English).Text.Plain);
        Assert.EndsWith("\nReading the documents.", RunRenderer.Progress(new CorpusProgress(CorpusPhase.Reading, 0, 0, 0, null), 1, isJoined: true, Language.English).Text.Plain, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.91, "Answers right in the evaluation set: 0.91 → 0.93")]
    [InlineData(null, "Answers right in the evaluation set: 0.93")]
    public void The_effect_on_the_evaluation_is_told(double? before, string expected)
    {
        var report = ScriptedChanges.Report with { Effect = new EvaluationEffect(before, 0.93) };

        Assert.EndsWith($"\n\n{expected}", Said(new CorpusOutcome.Done(report)), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changed_that_is_told()
    {
        var report = ScriptedChanges.Report with { Added = [], Failed = [] };

        Assert.StartsWith("Nothing has changed: version 2 (v2) stays in use.", Said(new CorpusOutcome.Done(report)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 25, 20)]
    [InlineData(300, 100, 10)]
    public void Any_number_of_documents_fits_one_message(int length, int count, int shown)
    {
        IReadOnlyList<string> names = [.. Enumerable.Range(1, count).Select(number => $"{number} {new string('<', length)}\n{new string('x', length)}")];
        var report = ScriptedChanges.Report with { Added = names, Changed = names, Removed = names, Failed = [.. names.Select(name => new FailedDocument(name, name + name))] };

        var said = Said(new CorpusOutcome.Done(report));

        Assert.InRange(said.Length, 1, TelegramHtml.MaxLength);
        Assert.Contains($"Added: {count}\n1 <<<", said, StringComparison.Ordinal);
        Assert.Contains($"… and {count - shown} more", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_text_is_there_in_both_languages()
    {
        foreach (var texts in new object[] { RunTexts.For(Language.English), RunTexts.For(Language.Russian), SourceTexts.For(Language.English), SourceTexts.For(Language.Russian) })
        {
            Assert.All(
                texts.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)),
                property => Assert.False(string.IsNullOrWhiteSpace((string?)property.GetValue(texts)), property.Name));
        }

        foreach (var language in Enum.GetValues<Language>())
        {
            Assert.All(Enum.GetValues<CorpusCause>(), cause => Assert.NotEmpty(RunTexts.For(language).NameOf(cause)));
            Assert.All(Enum.GetValues<DocumentOrigin>(), place => Assert.NotEmpty(SourceTexts.For(language).NameOf(place)));
            Assert.All(Enum.GetValues<MetadataOrigin>(), origin => Assert.NotEmpty(SourceTexts.For(language).NameOf(origin)));
        }
    }

    private static string Said(CorpusOutcome outcome) => RunRenderer.Outcome(outcome, [], "1.v1", Language.English).Text.Plain;
}
