using CstoBot.Ingestion;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Ingestion;

public sealed class SectionerTests
{
    [Fact]
    public void A_date_line_dates_what_follows_until_the_next_one()
    {
        var sections = Split("07.07.2025\n\nFirst news.\n\n30.06.2025\n\nSecond news.\n\nMore of it.");

        Assert.Equal([new DateOnly(2025, 7, 7), new DateOnly(2025, 6, 30)], sections.Select(section => section.Published));
        Assert.Equal([1, 2], sections.Select(section => section.Paragraphs.Count));
    }

    [Fact]
    public void A_heading_opens_an_undated_section()
    {
        var sections = Split("07.07.2025\n\nDated news.\n\nHistory of the treaty\n\nIt was signed.");

        Assert.Equal((null, "History of the treaty"), (sections[1].Published, sections[1].Heading));
    }

    [Fact]
    public void A_title_above_a_date_line_stays_the_title()
    {
        var section = Assert.Single(Split("The council met in Minsk\n\n23.11.2023\n\nIt adopted a statement."));

        Assert.Equal(("The council met in Minsk", new DateOnly(2023, 11, 23)), (section.Heading, section.Published));
    }

    [Fact]
    public void A_title_below_a_date_line_is_dated_by_it()
    {
        var section = Assert.Single(Split("23.11.2023\n\nThe council met in Minsk\n\nIt adopted a statement."));

        Assert.Equal(("The council met in Minsk", new DateOnly(2023, 11, 23)), (section.Heading, section.Published));
    }

    [Fact]
    public void A_second_heading_is_a_subtitle()
    {
        var section = Assert.Single(Split("# The council met\n\nOn the results of the day\n\nIt adopted a statement."));

        Assert.Equal(("The council met", "On the results of the day"), (section.Heading, section.Subtitle));
    }

    [Fact]
    public void Short_lines_one_after_another_are_a_list_and_not_headings()
    {
        var text = "The members are:\n\nArmenia\n\nBelarus\n\nKazakhstan\n\nKyrgyzstan\n\nThey meet each year.";

        var section = Assert.Single(Split(text));

        Assert.Equal(6, section.Paragraphs.Count);
        Assert.Null(section.Heading);
    }

    [Fact]
    public void A_heading_with_nothing_below_it_is_content()
    {
        var section = Assert.Single(Split("The council met.\n\nEnd of the report"));

        Assert.Equal(2, section.Paragraphs.Count);
    }

    [Theory]
    [InlineData("— How is it going?\n\n— Well, of course.")]
    [InlineData("- How is it going?\n\n- Well, of course.")]
    [InlineData("1. How is it going?\n\nWell, of course.")]
    [InlineData("2) How is it going?\n\nWell, of course.")]
    [InlineData("Q: How is it going?\n\nA: Well, of course.")]
    [InlineData("Question: How is it going?\n\nAnswer: Well, of course.")]
    [InlineData("Вопрос: How is it going?\n\nОтвет: Well, of course.")]
    [InlineData("How is it going?\nWell, of course.")]
    public void An_interviewers_question_is_no_statement_and_its_mark_is_left_out(string turn)
    {
        var text = $"Interview of A. Person to the B agency\n\n{turn}";

        var section = Assert.Single(Split(text));

        Assert.Equal("How is it going?", section.Question?.Of(text));
        Assert.Equal("Well, of course.", Assert.Single(section.Paragraphs).Of(text));
        Assert.Equal("A. Person", section.Speaker);
    }

    [Fact]
    public void An_initial_at_the_beginning_of_an_answer_is_kept()
    {
        var text = "— Кто приехал?\n\n— Многие.\n\nВ. Петров приехал первым.";

        var section = Assert.Single(Split(text));

        Assert.Equal("В. Петров приехал первым.", section.Paragraphs[1].Of(text));
    }

    [Fact]
    public void A_report_that_ends_in_a_question_is_no_question_of_an_interviewer()
    {
        var section = Assert.Single(Split("The talks failed. What comes next?\n\nNobody knows."));

        Assert.Equal((null, 2), (section.Question, section.Paragraphs.Count));
    }

    [Fact]
    public void An_interviewers_remarks_belong_to_the_question_behind_them()
    {
        var text = "— There was an attack. What comes next?\n\n— Nobody knows.";

        Assert.Equal("There was an attack. What comes next?", Assert.Single(Split(text)).Question?.Of(text));
    }

    [Fact]
    public void Two_questions_in_a_row_are_one_turn()
    {
        var text = "— What now?\n\n— And then?\n\n— We shall see.";

        var section = Assert.Single(Split(text));

        Assert.Equal("What now?\n\n— And then?", section.Question?.Of(text));
    }

    [Fact]
    public void Endless_questions_are_not_one_turn()
    {
        var text = string.Concat(Enumerable.Repeat("Is it so?\n", 5_000)) + "It is.";

        var sections = Split(text);

        Assert.All(sections, section => Assert.True((section.Question?.Length ?? 0) < 10_000));
    }

    [Fact]
    public void A_question_that_nobody_answers_is_still_content()
    {
        var text = "What comes next?";

        Assert.Equal(text, Assert.Single(Split(text)).Paragraphs[0].Of(text));
    }

    [Theory]
    [InlineData("Go back")]
    [InlineData("Back to the section")]
    [InlineData("Read more »")]
    [InlineData("Вернуться к списку")]
    [InlineData("Все новости")]
    [InlineData("Поделиться")]
    public void Navigation_is_no_content(string line)
    {
        var section = Assert.Single(Split($"{line}\n\nThe council met.\n\n{line}"));

        Assert.Single(section.Paragraphs);
    }

    [Fact]
    public void Navigation_alone_leaves_nothing() => Assert.Empty(Split("Go back\n\nBack to the section"));

    [Fact]
    public void The_shipped_page_of_news_and_an_interview_is_divided_as_a_reader_divides_it()
    {
        var document = Seed("002_2543e49a042f5581.txt");

        var (news, interview) = (document.Sections.Where(section => section.Published is not null).ToList(), document.Sections.Where(section => section.Published is null).ToList());

        Assert.Equal(
            [new DateOnly(2025, 7, 7), new DateOnly(2025, 6, 30), new DateOnly(2025, 6, 30), new DateOnly(2025, 6, 26)],
            news.Select(section => section.Published!.Value));
        Assert.All(news, section => Assert.Equal((null, null, null), (section.Heading, section.Speaker, section.Question)));
        Assert.Equal(5, interview.Count);
        Assert.All(interview, section => Assert.Contains("Tasmagambetov", section.Speaker, StringComparison.Ordinal));
        Assert.All(interview, section => Assert.EndsWith("?", section.Question!.Value.Of(document.Text), StringComparison.Ordinal));
    }

    [Fact]
    public void In_the_shipped_documents_no_section_holds_navigation_or_a_question_as_a_statement()
    {
        var paragraphs = SomeCorpus.Seeds.Corpus.Documents
            .SelectMany(document => document.Sections.SelectMany(section => section.Paragraphs).Select(paragraph => paragraph.Of(document.Text)))
            .ToList();

        Assert.DoesNotContain(paragraphs, paragraph => paragraph.StartsWith("Go back", StringComparison.Ordinal) || paragraph.StartsWith("Back to", StringComparison.Ordinal));
        Assert.DoesNotContain(paragraphs, paragraph => paragraph.EndsWith('?'));
    }

    [Fact]
    public void The_shipped_numbered_interview_has_three_undated_turns_by_the_speaker()
    {
        var sections = Seed("003_a97ccaad3a27ba85.txt").Sections.Where(section => section.Question is not null).ToList();

        Assert.Equal(3, sections.Count);
        Assert.All(sections, section => Assert.Null(section.Published));
        Assert.All(sections, section => Assert.Contains("Tasmagambetov", section.Speaker, StringComparison.Ordinal));
    }

    private static SourceDocument Seed(string name) => SomeCorpus.Seeds.Corpus.Documents.Single(document => document.Name == name);

    private static IReadOnlyList<Section> Split(string text) => Sectioner.Split(text, 0);
}
