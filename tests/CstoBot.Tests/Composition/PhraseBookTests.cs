using CstoBot.Composition;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class PhraseBookTests
{
    [Theory]
    [InlineData("English", 1, "My sources do not answer this question (1 document was searched). I will not guess.")]
    [InlineData("English", 5, "My sources do not answer this question (5 documents were searched). I will not guess.")]
    [InlineData("Russian", 5, "В моих источниках нет ответа на этот вопрос (просмотрено документов: 5). Гадать я не стану.")]
    public void An_abstention_says_what_was_searched(string language, int documents, string text) =>
        Assert.Equal(text, PhraseBook.For(Enum.Parse<Language>(language)).Abstention(documents));

    [Theory]
    [InlineData("TASS", "2024-06-24", "TASS, 24 June 2024", "TASS, 24 июня 2024")]
    [InlineData("TASS", null, "TASS, undated", "TASS, без даты")]
    [InlineData(null, null, "“The council met.”, undated", "“The council met.”, без даты")]
    public void An_attribution_says_whose_words_and_of_when(string? publisher, string? date, string english, string russian)
    {
        var document = SomeCorpus.Document(
            "The council met.", metadata: DocumentMetadata.Unknown with { Publisher = publisher, Published = date is null ? null : StatedDate.IsoOrNull(date) });

        Assert.Equal(english, PhraseBook.English.Attribution(document, document.Sections[0]));
        Assert.Equal(russian, PhraseBook.Russian.Attribution(document, document.Sections[0]));
    }
}
