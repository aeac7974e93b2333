using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Ingestion;
using CstoBot.Storage.Sqlite;
using CstoBot.Tests.Fakes;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class InlineTests
{
    [Theory]
    [InlineData("Which states are members?", "Answer with sources", "Ask the bot")]
    [InlineData("Чьи members?", "Answer with sources", "Ask the bot")]
    public async Task Offers_the_answer_and_passages_with_their_sources(string question, string title, string button)
    {
        await using var bot = await StartAsync();

        var offered = await AskAsync(bot, question);

        Assert.Equal((false, 300), (offered.IsPersonal, offered.CacheTime));
        Assert.Equal(2, offered.Results.Count);
        var (answer, passage) = (offered.Results[0], offered.Results[1]);
        Assert.Equal(title, answer.GetProperty("title").GetString());
        Assert.Equal(
            $"<b>{question}</b>\n\nYou asked: {question} [1]\n<blockquote>[1] <b>A report</b> — TASS, 24 June 2024</blockquote>",
            Html(answer));
        Assert.StartsWith("A report — TASS", passage.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("<blockquote>Six &lt;states&gt; are members.</blockquote>", Html(passage), StringComparison.Ordinal);
        var buttons = answer.GetProperty("reply_markup").GetProperty("inline_keyboard")[0];
        Assert.Equal(1, buttons.GetArrayLength());
        Assert.Equal(button, buttons[0].GetProperty("text").GetString());
        Assert.StartsWith("https://t.me/cstobot_sandbox_bot?start=ask_", buttons[0].GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_documents_do_not_answer_only_passages_are_offered_and_what_is_refused_gets_nothing()
    {
        await using var bot = await StartAsync();
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Abstained(Language.Russian, AbstentionReason.NotAnswered, "Нет.", []));
        var abstained = await AskAsync(bot, "members?");
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Refused(Language.English, "No."));
        var refused = await AskAsync(bot, "members of the token?");

        Assert.Contains("<blockquote>Six &lt;states&gt; are members.</blockquote>", Html(Assert.Single(abstained.Results)), StringComparison.Ordinal);
        Assert.Empty(refused.Results);
        Assert.Equal("Nothing found. Ask me in a private chat", Button(bot).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Who_has_not_written_yet_gets_a_hint_in_their_language()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Sandbox.SetLanguage(bot.Sandbox.User, "ru");

        var offered = await AskAsync(bot, "");

        Assert.Empty(offered.Results);
        Assert.True(offered.IsPersonal);
        Assert.Equal(("Напишите вопрос об ОДКБ", "help"), (Button(bot).GetProperty("text").GetString(), Button(bot).GetProperty("start_parameter").GetString()));
    }

    [Theory]
    [InlineData("<b>\"'&amp;</b><script>")]
    [InlineData("\u202Etxet 😀 \u200F")]
    public async Task Whatever_is_typed_can_be_posted(string text)
    {
        await using var bot = await BotFixture.StartAsync();

        var offered = await AskAsync(bot, text);

        Assert.NotEmpty(offered.Results);
        Assert.DoesNotContain("<script>", Html(offered.Results[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_it_is_kept_even_when_it_fails()
    {
        await using var bot = await BotFixture.StartAsync();
        await AskAsync(bot, "a typed secret");
        bot.Answerer.Answer = (_, _) => throw new InvalidOperationException("a typed secret");
        bot.Sandbox.InlineQuery(bot.Sandbox.User, "another typed secret");
        bot.Answerer.Answer = (conversation, _) => Task.FromResult(Some.Answered($"You asked: {conversation.Question}"));
        await AskAsync(bot, "the last");

        var database = bot.Run.Services.GetRequiredService<SqliteDatabase>();
        await bot.AskAsync("Who?");
        Assert.Equal(1, await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM answers"), CancellationToken.None));
        Assert.Equal(0, await database.ReadAsync(connection => connection.ExecuteScalar<long>("SELECT count(*) FROM inbox WHERE json LIKE '%typed%'"), CancellationToken.None));
        Assert.DoesNotContain(bot.Setting.Logs.Lines, line => line.Contains("typed", StringComparison.Ordinal) && !line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_so_many_a_minute_are_looked_up_and_they_are_no_questions()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Limits:InlineQueriesPerMinute"] = "1";
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "1";
        await bot.StartBotAsync();

        // Two minutes of the clock at most.
        var offered = new[] { await AskAsync(bot, "members one"), await AskAsync(bot, "members two"), await AskAsync(bot, "members three") };

        Assert.NotEmpty(offered[0].Results);
        Assert.Contains(offered, reply => reply.Results.Count == 0);
        Assert.StartsWith("You asked: Who?", (await bot.AskAsync("Who?")).Text, StringComparison.Ordinal);
    }

    private static async Task<BotFixture> StartAsync()
    {
        const string Text = "Six <states> are members.";
        var bot = await BotFixture.PrepareAsync();
        bot.Setting.Documents =
        [
            Some.Document("a.txt", "A report") with { Text = Text, Sections = [new Section(null, null, null, null, null, [new TextSpan(0, Text.Length)])] },
        ];
        await bot.StartBotAsync();
        return bot;
    }

    private static Task<InlineAnswer> AskAsync(BotFixture bot, string text) =>
        bot.Sandbox.InlineQuery(bot.Sandbox.User, text).Answer.WaitAsync(BotFixture.Patience, CancellationToken.None);

    private static string Html(JsonElement result) => result.GetProperty("input_message_content").GetProperty("message_text").GetString()!;

    private static JsonElement Button(BotFixture bot) =>
        bot.Sandbox.Calls.Last(call => call.Method == "answerInlineQuery").Parameters.GetProperty("button");
}
