using CstoBot.Tests.Answering;
using CstoBot.Verification.Statements;
using Xunit;

namespace CstoBot.Tests.Verification.Statements;

public sealed class ShorteningTests
{
    [Theory]
    [InlineData("The council met in Astana.", "The council met in Astana.")]
    [InlineData("The council met in Astana, where it elected a chairman.", "The council met in Astana.")]
    [InlineData("The council met in Astana, where it elected a chairman.", "Council met in Astana.")]
    [InlineData("The council, which Armenia left, met in Astana.", "The council met in Astana.")]
    [InlineData("The council met in Astana on 5 May 2024 and elected a chairman.", "The council met in Astana and elected a chairman.")]
    [InlineData("He said that the council met in Astana.", "The council met in Astana.")]
    [InlineData("On 5 May 2024 the council met in Astana.", "The council met in Astana.")]
    [InlineData("CSTO Secretary General Imangali Tasmagambetov visited Dushanbe.", "Tasmagambetov visited Dushanbe.")]
    [InlineData("Five states took part.", "5 states took part.")]
    [InlineData("It didn't meet in Astana.", "It did not meet in Astana.")]
    [InlineData("The basic toolkit for the statutory goals is negotiations and the search for solutions.", "Negotiations and the search for solutions.")]
    [InlineData("The Collective Security Treaty Organization held exercises.", "The CSTO held exercises.")]
    [InlineData("Armenia did not leave, and Russia stayed in the council.", "Russia stayed in the council.")]
    [InlineData("The Republic of Armenia hosts the council.", "Armenia hosts the council.")]
    [InlineData("Imangali Tasmagambetov spoke.", "Tasmagambetov spoke.")]
    [InlineData("Совет собрался в Астане, где избрал председателя.", "Совет собрался в Астане.")]
    [InlineData("Он заявил, что совет собрался в Астане.", "Совет собрался в Астане.")]
    [InlineData("6 июня 2024 года совет собрался в Астане.", "Совет собрался в Астане.")]
    public void A_sentence_whole_or_shortened_holds(string sentence, string statement) => Assert.True(Holds(statement, sentence));

    [Theory]
    [InlineData("The council did not meet in Astana.", "The council met in Astana.")]
    [InlineData("The council met in Astana.", "The council did not meet in Astana.")]
    [InlineData("Armenia refused to take part in the exercise.", "Armenia took part in the exercise.")]
    [InlineData("Armenia may take part in the exercise.", "Armenia take part in the exercise.")]
    [InlineData("Armenia will take part in the exercise if it is invited.", "Armenia will take part in the exercise.")]
    [InlineData("Armenia will take part in the exercise, if it is invited.", "Armenia will take part in the exercise.")]
    [InlineData("If it is invited, Armenia will take part in the exercise.", "Armenia will take part in the exercise.")]
    [InlineData("It is not true that Armenia left the council.", "Armenia left the council.")]
    [InlineData("He denied that Armenia left the council.", "Armenia left the council.")]
    [InlineData("He hopes that Armenia will leave the council.", "Armenia will leave the council.")]
    [InlineData("The head of Armenia visited Moscow.", "Armenia visited Moscow.")]
    [InlineData("Russia hosted the summit and Armenia left the council.", "Russia left the council.")]
    [InlineData("Russia invited Armenia.", "Armenia invited Russia.")]
    [InlineData("Russia invited Armenia.", "Russia was invited by Armenia.")]
    [InlineData("More than 1,000 soldiers took part.", "1,000 soldiers took part.")]
    [InlineData("1,000 soldiers took part.", "2,000 soldiers took part.")]
    [InlineData("The council met on 5 May 2024.", "The council met on 5 June 2024.")]
    [InlineData("The council met in Astana.", "The council met in Minsk.")]
    [InlineData("The council met in Astana.", "The council quarrelled in Astana.")]
    [InlineData("The council met in Astana.", "The council met secretly in Astana.")]
    [InlineData("Only Armenia left the council.", "Armenia left the council.")]
    [InlineData("The draft treaty was signed.", "The treaty was signed.")]
    [InlineData("The council met in Astana.", "The.")]
    [InlineData("Armenia hosts the council.", "Yerevan hosts the council.")]
    [InlineData("Армения отказалась участвовать в учениях.", "Армения участвовать в учениях.")]
    [InlineData("Армения не участвовала в учениях.", "Армения участвовала в учениях.")]
    [InlineData("Неверно, что Армения вышла из совета.", "Армения вышла из совета.")]
    [InlineData("Russia hosted the talks, Armenia left the council, and Belarus stayed.", "Russia left the council.")]
    [InlineData("Russia, Armenia said, left the council.", "Russia, Armenia left the council.")]
    [InlineData("Russia, after Armenia left, stayed in the council.", "Russia, after Armenia stayed in the council.")]
    [InlineData("Russia spoke, Armenia signed, and left.", "Russia spoke, and left.")]
    [InlineData("The ally of Armenia, Russia, left the council.", "Armenia left the council.")]
    [InlineData("Armenia's ally left the council.", "Armenia left the council.")]
    [InlineData("Unlike Armenia, Russia left the council.", "Armenia left the council.")]
    [InlineData("Unlike Armenia, Russia left the council.", "Armenia, Russia left the council.")]
    [InlineData("The trade grew by 5 percent in 2023 and 7 percent in 2024.", "The trade grew by 5 percent in 2024.")]
    [InlineData("The trade grew in 2023 by 5 percent.", "The trade grew by 5.")]
    [InlineData("The council met in May 2023 and will meet in June 2024.", "The council met in June 2024.")]
    [InlineData("The council met in Astana in May, and in Minsk in June.", "The council met in Minsk in June.")]
    [InlineData("Did Armenia leave the council?", "Armenia leave the council.")]
    [InlineData("He was asked whether Armenia left the council.", "Armenia left the council.")]
    [InlineData("Some believe that Armenia left the council.", "Armenia left the council.")]
    [InlineData("Armenia is said to have left the council.", "Armenia have left the council.")]
    [InlineData("Armenia was about to leave the council.", "Armenia was to leave the council.")]
    [InlineData("Armenia stopped participating in the exercises.", "Armenia participating in the exercises.")]
    [InlineData("Armenia froze its participation in the council.", "Its participation in the council.")]
    [InlineData("Russia is bigger than Armenia.", "Russia is bigger.")]
    [InlineData("Nobody but Armenia left the council.", "Armenia left the council.")]
    [InlineData("All members except Armenia took part.", "All members took part.")]
    [InlineData("All members, except Armenia, took part.", "All members took part.")]
    [InlineData("Armenia took part in none of the exercises.", "Armenia took part.")]
    [InlineData("Armenia took part, but not in the exercises.", "Armenia took part in the exercises.")]
    [InlineData("The minister, who resigned, praised Armenia.", "The minister resigned, praised Armenia.")]
    [InlineData("The report was false: Armenia left the council.", "Armenia left the council.")]
    [InlineData("Rumours say: Armenia left the council.", "Armenia left the council.")]
    [InlineData("\"Armenia left the council\" is a lie.", "Armenia left the council.")]
    [InlineData("Глава Армении посетил Москву.", "Армения посетила Москву.")]
    [InlineData("Россию пригласила Армения.", "Россия пригласила Армению.")]
    [InlineData("Союзник Армении Россия вышла из совета.", "Армения вышла из совета.")]
    [InlineData("Армения, в отличие от России, вышла из совета.", "Россия вышла из совета.")]
    [InlineData("По слухам, Армения вышла из совета.", "Армения вышла из совета.")]
    [InlineData("Армения едва не вышла из совета.", "Армения вышла из совета.")]
    [InlineData("Все, кроме Армении, приняли участие.", "Все приняли участие.")]
    [InlineData("Ложны сообщения, что Армения вышла из совета.", "Армения вышла из совета.")]
    public void What_says_anything_else_does_not(string sentence, string statement) => Assert.False(Holds(statement, sentence));

    [Fact]
    public void Every_sentence_of_the_documents_holds_itself()
    {
        var index = SomeCorpus.Seeds;
        var sentences = index.Chunks.SelectMany(chunk => chunk.Sentences.Select(sentence => sentence.Span.Of(chunk.Document.Text))).ToList();

        Assert.All(sentences, sentence => Assert.True(Shortening.Holds(StatementWords.Of(sentence, index.Glossary), StatementWords.Of(sentence, index.Glossary))));
        Assert.NotEmpty(sentences);
    }

    private static bool Holds(string statement, string sentence)
    {
        var glossary = SomeCorpus.Seeds.Glossary;
        return Shortening.Holds(StatementWords.Of(statement, glossary), StatementWords.Of(sentence, glossary));
    }
}
