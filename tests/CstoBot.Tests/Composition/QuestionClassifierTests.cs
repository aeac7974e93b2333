using CstoBot.Composition;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Composition;

public sealed class QuestionClassifierTests
{
    [Theory]
    [InlineData("When was the meeting held?", "Date")]
    [InlineData("In what year was the treaty signed?", "Date")]
    [InlineData("On which date did the delegation visit the park?", "Date")]
    [InlineData("Когда прошло заседание?", "Date")]
    [InlineData("В каком году подписан договор?", "Date")]
    [InlineData("Where was the meeting held?", "Place")]
    [InlineData("In which city did they meet?", "Place")]
    [InlineData("Где прошло заседание?", "Place")]
    [InlineData("В каком городе прошёл саммит?", "Place")]
    [InlineData("Who chaired the meeting?", "Person")]
    [InlineData("Кто председательствовал?", "Person")]
    [InlineData("How many members are there?", "Number")]
    [InlineData("What is the number of members?", "Number")]
    [InlineData("Сколько стран входит в ОДКБ?", "Number")]
    [InlineData("Which countries are members?", "Names")]
    [InlineData("Какие страны входят в ОДКБ?", "Names")]
    [InlineData("What topics were discussed?", "List")]
    [InlineData("Перечислите результаты встречи", "List")]
    [InlineData("Why did they meet?", "Reason")]
    [InlineData("Почему они встретились?", "Reason")]
    [InlineData("What is the CSTO?", "Definition")]
    [InlineData("Что такое ОДКБ?", "Definition")]
    [InlineData("Did Armenia leave the CSTO?", "YesNo")]
    [InlineData("Вышла ли Армения из ОДКБ?", "YesNo")]
    [InlineData("Tell me about the future of the organization", "Open")]
    [InlineData("Расскажи о будущем организации", "Open")]
    [InlineData("?", "Open")]
    public void What_is_asked_is_read_from_the_words_of_form(string question, string kind) =>
        Assert.Equal(kind, QuestionClassifier.Classify(QueryAnalyzer.Analyze(question, SomeCorpus.Seeds)).ToString());
}
