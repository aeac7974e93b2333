using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Host;

public sealed class PrivateChatTests
{
    [Fact]
    public async Task A_question_gets_its_answer_with_sources_and_buttons()
    {
        await using var bot = await BotFixture.StartAsync();

        var answer = await bot.AskAsync("Who is a member?");

        Assert.Equal("You asked: Who is a member? [1]\n[1] A report — TASS, 24 June 2024", answer.Text);
        Assert.Equal(["[1] TASS, 24 June 2024", "👍", "👎"], answer.InlineKeyboard.SelectMany(row => row).Select(button => button.Text));
    }

    [Fact]
    public async Task A_follow_up_knows_what_was_asked_before()
    {
        await using var bot = await BotFixture.StartAsync();

        await bot.AskAsync("Who is a member?");
        await bot.AskAsync("and since when?");

        Assert.Equal(["Who is a member?"], bot.Answerer.Asked.Last().History);
        Assert.Equal("en", bot.Answerer.Asked.Last().LanguageCode);
    }

    [Fact]
    public async Task Several_questions_at_once_are_answered_in_order()
    {
        await using var bot = await BotFixture.StartAsync();
        foreach (var number in Enumerable.Range(1, 4))
        {
            bot.Sandbox.Send(bot.Sandbox.User, bot.Private, $"Question {number}?");
        }

        await bot.WaitAsync(bot.Private, message => message.From.IsBot && message.Text.Contains("Question 4", StringComparison.Ordinal));

        Assert.Equal([1, 2, 3, 4], bot.FromBot(bot.Private).Select(message => int.Parse(message.Text.AsSpan("You asked: Question ".Length, 1), provider: null)));
        Assert.DoesNotContain(bot.Sandbox.Calls, call => call.StatusCode == 429);
    }

    [Fact]
    public async Task An_abstention_offers_the_nearest_documents()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Answerer.Answer = (_, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Abstained(
            Language.Russian,
            AbstentionReason.NotAnswered,
            "В документах об этом не сказано.",
            [new NearDocument("a.txt", "Отчёт", null, null, null)]));

        var reply = await bot.AskAsync("Почему?");

        Assert.Equal("В документах об этом не сказано.\n\nБлижайшие документы:\n• Отчёт — без даты", reply.Text);
    }

    [Theory]
    [InlineData("<b>bold</b> & <script>alert('1')</script>")]
    [InlineData("</blockquote><a href=\"https://evil.example\">x</a> &lt;i&gt;")]
    [InlineData("😀 \u202Eevil عربى \" '")]
    public async Task Markup_in_a_question_an_answer_or_a_title_stays_text(string text)
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Answerer.Answer = (conversation, _) => Task.FromResult<AnswerOutcome>(new AnswerOutcome.Answered(
            Some.Answer(conversation.Question) with { Citations = [Some.Citation(title: text, publisher: $"P {text}")] }));
        var shown = text.Replace("\u202E", "", StringComparison.Ordinal);

        var answer = await bot.AskAsync(text);

        Assert.Equal($"{shown} [1]\n[1] {shown} — P {shown}, 24 June 2024", answer.Text);
        Assert.DoesNotContain(answer.Entities, entity => entity.Type is "text_link" or "italic");
        Assert.Empty(string.Join("\n", bot.Setting.Logs.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task A_long_answer_comes_in_parts_with_the_buttons_under_the_last()
    {
        await using var bot = await BotFixture.StartAsync();
        bot.Answerer.Answer = (_, _) => Task.FromResult(Some.Answered(string.Join(' ', Enumerable.Range(0, 1_500).Select(number => $"Word{number}."))));

        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Long?");
        var last = await bot.WaitAsync(bot.Private, message => message.InlineKeyboard.Count > 0);

        var parts = bot.FromBot(bot.Private);
        Assert.True(parts.Count > 1);
        Assert.Equal(parts[^1].Id, last.Id);
        Assert.Matches(@"Word1499\. \[1\]", last.Text);
    }

    [Fact]
    public async Task A_file_without_words_gets_a_note_and_its_caption_is_read()
    {
        await using var bot = await BotFixture.StartAsync();

        var sent = bot.Sandbox.SendDocument(bot.Sandbox.User, bot.Private, "a.pdf", [1, 2, 3]);
        var note = await bot.NextFromBotAsync(bot.Private, sent);
        sent = bot.Sandbox.SendDocument(bot.Sandbox.User, bot.Private, "a.pdf", [1, 2, 3], caption: "Who?");
        var answer = await bot.NextFromBotAsync(bot.Private, sent);

        Assert.StartsWith("I can read only text.", note.Text, StringComparison.Ordinal);
        Assert.StartsWith("You asked: Who?", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_question_is_edited_its_answer_is_too_however_many_messages_either_takes()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        var first = await bot.NextFromBotAsync(bot.Private, question);

        bot.Answerer.Answer = (_, _) => Task.FromResult(Some.Answered(new string('a', 3_000), new string('b', 3_000)));
        bot.Sandbox.Edit(bot.Sandbox.User, bot.Private, question, "Who leads it?");
        var second = await bot.WaitAsync(bot.Private, message => message.Id > first.Id && message.InlineKeyboard.Count > 0);
        var longer = bot.FromBot(bot.Private);

        bot.Answerer.Answer = (conversation, _) => Task.FromResult(Some.Answered(conversation.Question));
        bot.Sandbox.Edit(bot.Sandbox.User, bot.Private, question, "Who then?");
        await bot.AskAsync("/start");

        Assert.Equal([(first.Id, 'a'), (second.Id, 'b')], longer.Select(message => (message.Id, message.Text[0])));
        Assert.Equal([(first.Id, 'W'), (second.Id + 2, 'H')], bot.FromBot(bot.Private).Select(message => (message.Id, message.Text[0])));
        Assert.Equal(["Who?", "Who leads it?"], bot.Answerer.Asked.Select(asked => asked.Question).Take(2));
        Assert.All(bot.Answerer.Asked, asked => Assert.DoesNotContain(asked.Question, asked.History));
    }

    [Fact]
    public async Task An_edit_that_changes_no_word_changes_nothing()
    {
        await using var bot = await BotFixture.StartAsync();
        var question = bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Who?");
        await bot.NextFromBotAsync(bot.Private, question);

        bot.Sandbox.Edit(bot.Sandbox.User, bot.Private, question, "Who?");
        await bot.AskAsync("/start");

        Assert.Single(bot.Answerer.Asked);
    }

    [Fact]
    public async Task Who_asks_too_much_is_told_once_when_to_try_again()
    {
        await using var bot = await BotFixture.PrepareAsync();
        bot.Setting.Settings["Limits:QuestionsPerMinute"] = "1";
        await bot.StartBotAsync();

        await bot.AskAsync("One?");
        var refusal = await bot.AskAsync("Два?");
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Three?");
        await bot.AskAsync("/help");

        Assert.StartsWith("Слишком много вопросов за минуту (предел: 1). Попробуйте снова через", refusal.Text, StringComparison.Ordinal);
        Assert.Single(bot.Answerer.Asked);
        Assert.Equal(3, bot.FromBot(bot.Private).Count);
    }
}
