using CstoBot.Answering;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Composition;

/// <summary>Which sentences an answer shows and how they are introduced, seen in the verified answer.</summary>
public sealed class EvidenceChoiceTests
{
    private const string Union =
        """
        names:
          - [Baltic Union, Union]
        opposites:
          - assumed: [leave, withdraw]
            denied_by: [include, member]
        """;

    [Theory]
    [InlineData("Why did Latvia leave the Baltic Union?")]
    [InlineData("When did Latvia withdraw from the Union?")]
    public async Task What_a_question_takes_for_granted_is_denied_by_a_sentence(string question)
    {
        var index = SomeCorpus.Index(Union, ["The Baltic Union includes Estonia, Latvia and Lithuania. Its seat is in Riga."]);

        var answer = await AnsweredAsync(index.AskAsync(question));

        Assert.Equal("The sources say otherwise:", answer.Lead);
        Assert.Equal("The Baltic Union includes Estonia, Latvia and Lithuania.", Assert.Single(answer.Citations).Quote);
    }

    [Theory]
    [InlineData("Why did Poland leave the Baltic Union?", "The Baltic Union includes Estonia, Latvia and Lithuania.")]
    [InlineData("Why did Latvia leave the Baltic Union?", "If it stays, the Baltic Union may include Latvia.")]
    [InlineData("Why did Latvia leave the Baltic Union?", "The Baltic Union does not include Latvia.")]
    public async Task Nothing_is_denied_of_another_name_or_by_a_guess(string question, string text)
    {
        var outcome = await SomeCorpus.Index(Union, [text]).AskAsync(question);

        Assert.NotEqual("The sources say otherwise:", (outcome as AnswerOutcome.Answered)?.Answer.Lead);
    }

    [Fact]
    public async Task A_premise_that_the_documents_share_is_answered()
    {
        var index = SomeCorpus.Index(Union, ["The Baltic Union includes Estonia, Latvia and Lithuania. Latvia left the Baltic Union because of the fees."]);

        var answer = await AnsweredAsync(index.AskAsync("Why did Latvia leave the Baltic Union?"));

        Assert.Contains("because of the fees", answer.Text, StringComparison.Ordinal);
        Assert.NotEqual("The sources say otherwise:", answer.Lead);
    }

    [Theory]
    [InlineData("Is the museum closed on Mondays?", "The museum is closed on Mondays.", "Yes: “")]
    [InlineData("Is the museum closed on Mondays?", "The museum is not closed on Mondays.", "No: “")]
    [InlineData("Is the museum closed on Mondays?", "The museum may be closed on Mondays.", "“")]
    [InlineData("Музей ли закрыт по понедельникам?", "Музей закрыт по понедельникам.", "Да: “")]
    [InlineData("Is the museum closed on Mondays?", "Rumours that the museum is closed on Mondays are false.", "“")]
    [InlineData("Does the club accept dogs?", "Whether the club accepts dogs is decided by the board.", "“")]
    [InlineData("Is the pool open on Monday?", "The pool is open every day except Monday.", "“")]
    [InlineData("Did the delegation visit the park?", "The park visited the delegation.", "“")]
    public async Task Yes_and_no_are_said_only_where_the_evidence_says_so(string question, string text, string beginning) =>
        Assert.StartsWith(beginning, Assert.Single((await AnsweredAsync(SomeCorpus.Index(text).AskAsync(question))).Statements).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_list_over_several_sentences_is_given_whole_and_each_item_is_cited()
    {
        var index = SomeCorpus.Index("The duties of the keeper are the following:\n\n- to feed the bears,\n\n- to clean the cages,\n\n- to lock the gate.\n\nThe keeper lives in town.");

        var answer = await AnsweredAsync(index.AskAsync("What are the duties of the keeper?"));

        Assert.Equal(4, answer.Citations.Count);
        Assert.Contains("lock the gate", answer.Citations[3].Quote, StringComparison.Ordinal);
        Assert.DoesNotContain("breaks off", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_breaks_off_is_said_to()
    {
        var index = SomeCorpus.Index("The keeper feeds bears, wolves, owls and hedgehogs, foxes,");

        var answer = await AnsweredAsync(index.AskAsync("Which animals does the keeper feed?"));

        Assert.EndsWith("foxes,” (the source breaks off here)", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_with_a_colon_and_nothing_behind_it_breaks_off()
    {
        var index = SomeCorpus.Index("The keeper feeds the following animals:");

        Assert.EndsWith("animals:” (the source breaks off here)", (await AnsweredAsync(index.AskAsync("Which animals does the keeper feed?"))).Statements[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_list_that_is_too_long_a_part_is_shown_and_said_to_be_one()
    {
        var items = string.Join("\n\n", Enumerable.Range(1, 20).Select(number => $"- to feed bear number {number},"));
        var index = SomeCorpus.Index($"The duties of the keeper are the following:\n\n{items}\n\nThe keeper lives in town.");

        var answer = await AnsweredAsync(index.AskAsync("What are the duties of the keeper?"));

        Assert.EndsWith("(a part of a list that is longer in the source)", answer.Statements[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_of_an_item_or_a_heading_is_no_part_of_its_quote()
    {
        var index = SomeCorpus.Index("The duties of the keeper are the following:\n\n- to feed the bears,\n\n* to clean the cages.");

        var answer = await AnsweredAsync(index.AskAsync("What are the duties of the keeper?"));

        Assert.Equal(["to feed the bears,", "to clean the cages."], answer.Citations.Skip(1).Select(citation => citation.Quote));
    }

    [Fact]
    public async Task Of_an_endless_sentence_the_clauses_that_answer_are_quoted()
    {
        var clauses = Enumerable.Range(1, 30).Select(number => number == 17 ? "the otters of Patagonia sleep in the wooden hut" : $"the keeper walks along path number {number}");
        var index = SomeCorpus.Index(string.Join(", ", clauses));

        var quote = Assert.Single((await AnsweredAsync(index.AskAsync("Where do the otters of Patagonia sleep?"))).Citations).Quote;

        Assert.Contains("the otters of Patagonia sleep in the wooden hut", quote, StringComparison.Ordinal);
        Assert.InRange(quote.Length, 1, 300);
    }

    [Theory]
    [InlineData("What is the latest news?", "Tartu", "4 September 2025: “")]
    [InlineData("What was the oldest news?", "Riga", "12 March 2024: “")]
    [InlineData("What happened before 2025?", "Riga", "12 March 2024: “")]
    [InlineData("What happened after 1 March 2025?", "Tartu", "4 September 2025: “")]
    [InlineData("Какая последняя новость?", "Tartu", "4 сентября 2025: “")]
    [InlineData("Что произошло после 1 марта 2025 года?", "Tartu", "4 сентября 2025: “")]
    public async Task A_question_of_a_time_alone_is_answered_by_what_is_dated_so(string question, string place, string beginning)
    {
        var index = SomeCorpus.Index(
            "12.03.2024\n\nA library opened in Riga. It is large.",
            "04.09.2025\n\nThe council went to Tartu. It rained.",
            "No day is given here.");

        var statement = Assert.Single((await AnsweredAsync(index.AskAsync(question))).Statements).Text;

        Assert.StartsWith(beginning, statement, StringComparison.Ordinal);
        Assert.Contains(place, statement, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Which city did the council visit after June 2024?", "Tartu", "Riga")]
    [InlineData("Which city did the council visit before June 2024?", "Riga", "Tartu")]
    public async Task What_is_asked_of_certain_days_is_answered_from_parts_dated_so(string question, string answer, string other)
    {
        var index = SomeCorpus.Index("12.03.2024\n\nThe council visited the city of Riga.", "04.09.2025\n\nThe council visited the city of Tartu.");

        var text = (await AnsweredAsync(index.AskAsync(question))).Text;

        Assert.Contains(answer, text, StringComparison.Ordinal);
        Assert.DoesNotContain(other, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_of_several_days_are_shown_with_their_days_newest_first()
    {
        var index = SomeCorpus.Index("12.03.2024\n\nThe library has 2 400 books.\n\n04.09.2025\n\nThe library has 3 100 books.");

        var statements = (await AnsweredAsync(index.AskAsync("How many books does the library have now?"))).Statements;

        Assert.Equal(["4 September 2025: “The library has 3 100 books.”", "12 March 2024: “The library has 2 400 books.”"], statements.Select(statement => statement.Text));
    }

    [Theory]
    [InlineData("Who is the mayor of Riga?")]
    [InlineData("Is Riga a member of the union?")]
    [InlineData("How many mayors does the union have?")]
    [InlineData("Did Riga join the union?")]
    [InlineData("Who was the mayor of Tartu before Jaan Tamm?")]
    public async Task What_only_names_what_is_asked_is_no_answer(string question)
    {
        var index = SomeCorpus.Index(
            "The Tartu mayor Jaan Tamm received the guests of the union. The delegation from Riga came late.",
            "Mayor Jaan Tamm of Tartu spoke of the talks with Riga. The guests left before the dinner.");

        Assert.IsType<AnswerOutcome.Abstained>(await index.AskAsync(question));
    }

    [Theory]
    [InlineData("Сколько стоит общежитие?", "Место в общежитии стоит 1200 рублей в месяц. Гостей принимают до вечера.", "1200")]
    [InlineData("Кто декан исторического факультета?", "Деканом исторического факультета является Анна Белова. Студенты рады.", "Белова")]
    public async Task An_amount_is_no_year_and_an_office_is_known_in_all_its_cases(string question, string text, string expected) =>
        Assert.Contains(expected, (await AnsweredAsync(SomeCorpus.Index(text).AskAsync(question))).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("How many nurses does the clinic employ?")]
    [InlineData("Is Robert Maas a doctor?")]
    public async Task A_figure_of_something_else_is_no_answer(string question) => Assert.IsType<AnswerOutcome.Abstained>(
        await SomeCorpus.Index("The head nurse of the house is Robert Maas. The clinic has 210 beds and employs 38 doctors.").AskAsync(question));

    [Fact]
    public async Task Things_that_are_named_one_by_one_are_counted_so()
    {
        var index = SomeCorpus.Index("kinds: [{kind: [country], of: [Arland, Borland, Corland, Dorland]}]", ["The union includes Arland, Borland, Corland and Dorland.", "The members of the union met on 3 May, had dinner at the house of Jaan Tamm in Tartu, and left."]);

        Assert.Contains("Dorland", (await AnsweredAsync(index.AskAsync("How many countries does the union include?"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_latest_of_several_events_is_the_one_with_the_latest_date()
    {
        var index = SomeCorpus.Index(
            "12.03.2024\n\nThe council held a meeting in Riga.",
            "04.09.2025\n\nThe council held a meeting in Tartu.",
            "30.01.2025\n\nThe council held a meeting in Vilnius.");

        Assert.Contains("Tartu", (await AnsweredAsync(index.AskAsync("What was the latest meeting of the council?"))).Text, StringComparison.Ordinal);
        Assert.Contains("Riga", (await AnsweredAsync(index.AskAsync("What was the earliest meeting of the council?"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sources_set_side_by_side_each_get_a_word()
    {
        var index = SomeCorpus.Index(
            "In her interview with Norrby Post, director Helena Brandt spoke of the library.\n\nThe library will lend out more books by bus, she said.",
            "In her interview with Radio Tartu, director Helena Brandt spoke of the library.\n\nThe library will print fewer books, she noted.");

        var answer = await AnsweredAsync(index.AskAsync("Compare what Brandt said about books to Norrby Post and to Radio Tartu."));

        Assert.Equal(["a.txt", "b.txt"], answer.Citations.Select(citation => citation.Source).Distinct().Order());
    }

    [Fact]
    public async Task Who_came_before_somebody_is_not_that_somebody()
    {
        var index = SomeCorpus.Index("Director Helena Brandt has led the library since 2019.");

        Assert.IsType<AnswerOutcome.Abstained>(await index.AskAsync("Who was the director of the library before Helena Brandt?"));
    }

    [Fact]
    public async Task Who_says_we_is_named()
    {
        var index = SomeCorpus.Index("Interview of Helena Brandt to the Norrby agency\n\n— What about the buses?\n\n— We bought three electric buses in spring.");

        var answer = await AnsweredAsync(index.AskAsync("How many electric buses were bought in spring?"));

        Assert.StartsWith("Helena Brandt: “We bought three", Assert.Single(answer.Statements).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_that_another_quote_holds_is_shown_once()
    {
        var index = SomeCorpus.Index("Helena Brandt led the library of Norrby. She opened the library of Norrby in 2019.");

        var answer = await AnsweredAsync(index.AskAsync("What did Helena Brandt do for the library of Norrby?"));

        Assert.All(answer.Citations, citation => Assert.DoesNotContain(answer.Citations, other =>
            other.Number != citation.Number && other.Start <= citation.Start && citation.Start + citation.Length <= other.Start + other.Length));
    }

    [Fact]
    public async Task What_came_before_a_day_is_not_what_was_on_it()
    {
        var index = SomeCorpus.Index("On July 4, 2025, the delegation visited the park.");

        Assert.IsType<AnswerOutcome.Abstained>(await index.AskAsync("What did the delegation visit before July 4, 2025?"));
    }

    [Fact]
    public async Task A_part_without_an_answer_is_told_beside_the_answer_to_the_other()
    {
        var index = SomeCorpus.Index("Director Helena Brandt has led the library in Norrby since 2019.");

        var answer = await AnsweredAsync(index.AskAsync("Who is the director of the library and what opera does the theatre perform?"));

        Assert.Contains("do not answer this part: “what opera does the theatre perform?”", answer.Lead, StringComparison.Ordinal);
        Assert.Contains("Helena Brandt", answer.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> AnsweredAsync(Task<AnswerOutcome> outcome) => Assert.IsType<AnswerOutcome.Answered>(await outcome).Answer;
}
