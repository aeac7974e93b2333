using CstoBot.Answering;
using CstoBot.Ingestion;
using CstoBot.LanguageModels;
using CstoBot.Retrieval;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>The main job: a question over the shipped documents, from the message to the passage behind a citation.</summary>
public sealed class RealAnswerTests
{
    [Theory]
    [InlineData("Which countries are members of the CSTO?", "Armenia")]
    [InlineData("Какие страны входят в ОДКБ?", "Armenia")]
    public async Task A_question_gets_an_answer_whose_citations_open(string question, string expected)
    {
        await using var bot = await BotFixture.StartAsync();
        await using var stages = await StagesAsync();
        bot.Answerer.Answer = (conversation, cancellationToken) => stages.GetRequiredService<IAnswerer>().AnswerAsync(conversation, listener: null, cancellationToken);

        var answer = await bot.AskAsync(question);
        var button = answer.InlineKeyboard[0][0];
        bot.Sandbox.Press(bot.Sandbox.User, bot.Private, answer.Id, button.CallbackData!);
        var passage = await bot.NextFromBotAsync(bot.Private, answer.Id);

        Assert.Contains(expected, answer.Text, StringComparison.Ordinal);
        Assert.StartsWith("[1] ", button.Text, StringComparison.Ordinal);
        Assert.Contains(passage.Entities, entity => entity.Type == "underline");
    }

    private static async Task<ServiceProvider> StagesAsync()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddLogging().AddIngestion().AddRetrieval().AddLanguageModels().AddAnswering(keepsAnswers: true);
        var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<ISourceReload>().ReloadAsync(CancellationToken.None);
        return provider;
    }
}
