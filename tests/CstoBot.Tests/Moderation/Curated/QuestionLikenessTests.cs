using CstoBot.Conversations;
using CstoBot.Moderation.Curated;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Moderation.Curated;

public sealed class QuestionLikenessTests
{
    [Theory]
    [InlineData("Who is the Secretary General of the CSTO?", "who is the secretary-general of csto")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the CSTO Secretary General?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Hello! Who’s the CSTO Secretary General, please?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the Secretary General of the Collective Security Treaty Organization?")]
    [InlineData("Which countries are members of the CSTO?", "And which countries are members of CSTO ?")]
    [InlineData("How many members of the CSTO are there?", "How many CSTO members are there?")]
    [InlineData("What does Tasmagambetov say about Armenia?", "What does Imangali Tasmagambetov say about Armenia?")]
    [InlineData("What didn't the council decide?", "What did the council not decide?", false)]
    [InlineData("What didn't the council decide?", "what didnt the council decide")]
    [InlineData("Was the meeting held in Minsk?", "was a meeting held in Minsk")]
    [InlineData("Кто генеральный секретарь ОДКБ?", "кто генеральный секретарь одкб")]
    [InlineData("Кто генеральный секретарь ОДКБ?", "Здравствуйте, подскажите, пожалуйста, кто генеральный секретарь ОДКБ?")]
    [InlineData("Кто генеральный секретарь ОДКБ?", "Кто генеральный секретарь Организации Договора о коллективной безопасности?")]
    [InlineData("Когда всё началось?", "когда все началось")]
    public void The_same_question_in_other_dress_is_the_same(string one, string other, bool isSame = true) =>
        Assert.Equal(isSame, IsReused(one, other));

    [Theory]
    [InlineData("Who is the Secretary General of the CSTO?", "Who was the Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who will be the Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is not the Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the Secretary General of the SCO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the Deputy Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the former Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "How old is the Secretary General of the CSTO?")]
    [InlineData("Who is the Secretary General of the CSTO?", "Who is the Secretary General of the CSTO afraid of?")]
    [InlineData("Which exercises took place in 2023?", "Which exercises took place in 2024?")]
    [InlineData("Which exercises took place in 2024?", "Which exercises took place?")]
    [InlineData("Which exercises took place before 2024?", "Which exercises took place after 2024?")]
    [InlineData("Which exercises took place in Belarus?", "Which exercises took place in Armenia?")]
    [InlineData("Which exercises took place in Belarus?", "Which exercises took place?")]
    [InlineData("Which country joined the CSTO?", "Which country left the CSTO?")]
    [InlineData("Which country joined the CSTO?", "Which country did not join the CSTO?")]
    [InlineData("Which country joined the CSTO first?", "Which country joined the CSTO last?")]
    [InlineData("When did Armenia join the CSTO?", "Why did Armenia join the CSTO?")]
    [InlineData("When did Armenia join the CSTO?", "When did Armenia leave the CSTO?")]
    [InlineData("When did Armenia join the CSTO?", "When will Armenia join the CSTO?")]
    [InlineData("Does Armenia criticise Russia?", "Does Russia criticise Armenia?")]
    [InlineData("Why does Armenia criticise the CSTO?", "Why does the CSTO criticise Armenia?")]
    [InlineData("Who is afraid of Russia?", "Who is Russia afraid of?")]
    [InlineData("Who is afraid of Russia?", "who is russia afraid")]
    [InlineData("What is the criticism of Armenia?", "What is Armenia's criticism?")]
    [InlineData("What is the criticism of Armenia by Russia?", "What is the criticism of Russia by Armenia?")]
    [InlineData("Did the council report to the assembly?", "Did the assembly report to the council?")]
    [InlineData("Did all members sign the document?", "Did some members sign the document?")]
    [InlineData("Did all members sign the document?", "Did any members sign the document?")]
    [InlineData("Did the members sign the document?", "Did the members only sign the document?")]
    [InlineData("Which member signed the document?", "Which members signed the document?")]
    [InlineData("What did the council decide?", "What did the council not decide?")]
    [InlineData("Can the council decide?", "Must the council decide?")]
    [InlineData("Can the council decide?", "Cannot the council decide?")]
    [InlineData("How many soldiers were sent to Tajikistan?", "How many soldiers were sent from Tajikistan?")]
    [InlineData("How many soldiers were sent to Tajikistan?", "How many more soldiers were sent to Tajikistan?")]
    [InlineData("Were two states against it?", "Were three states against it?")]
    [InlineData("Was the meeting in Minsk held with Armenia?", "Was the meeting in Minsk held without Armenia?")]
    [InlineData("Is Armenia in the CSTO?", "Is Yerevan in the CSTO?")]
    [InlineData("What did WHO say?", "What did who say?")]
    [InlineData("Did prices rise by 5 %?", "Did prices rise by 5?")]
    [InlineData("Is it colder than -5 degrees?", "Is it colder than 5 degrees?")]
    [InlineData("Who joins the CSTO?", "Who joined the CSTO?")]
    [InlineData("Who is joining the CSTO?", "Who is joined by the CSTO?")]
    [InlineData("When did Armeina join the CSTO?", "When did Armenia join the CSTO?")]
    [InlineData("When did Albania join the CSTO?", "When did Armenia join the CSTO?")]
    [InlineData("What is Article 4 of the treaty?", "What is Article 4.1 of the treaty?")]
    [InlineData("Кто генеральный секретарь ОДКБ?", "Кто был генеральным секретарём ОДКБ?")]
    [InlineData("Кто генеральный секретарь ОДКБ?", "Кто генеральный секретарь ООН?")]
    [InlineData("Кто критикует Армению?", "Кого критикует Армения?")]
    [InlineData("Армения критикует Россию?", "Армению критикует Россия?")]
    [InlineData("Казахстан поддержал Таджикистан?", "Таджикистан поддержал Казахстан?")]
    [InlineData("Какие учения прошли в 2023 году?", "Какие учения прошли в 2024 году?")]
    [InlineData("Какие учения прошли в 2023 году?", "Какие учения не прошли в 2023 году?")]
    [InlineData("Какие учения прошли до 2023 года?", "Какие учения прошли после 2023 года?")]
    [InlineData("Почему Армения вступила в ОДКБ?", "Почему Армения вышла из ОДКБ?")]
    [InlineData("Почему Армения вступила в ОДКБ?", "Когда Армения вступила в ОДКБ?")]
    [InlineData("Все страны подписали договор?", "Некоторые страны подписали договор?")]
    [InlineData("Какая страна вышла из ОДКБ?", "Какие страны вышли из ОДКБ?")]
    [InlineData("Кто вступит в ОДКБ?", "Кто вступил в ОДКБ?")]
    [InlineData("Кто глава комитета совета?", "Кто глава совета комитета?")]
    [InlineData("Заседание прошло в Минске?", "Заседание прошло не в Минске?")]
    [InlineData("Сколько военных направили в Таджикистан?", "Сколько военных направили из Таджикистана?")]
    public void Whatever_may_make_it_another_question_does(string one, string other)
    {
        Assert.False(IsReused(one, other));
        Assert.False(IsReused(other, one));
    }

    [Fact]
    public void A_further_word_passes_only_where_the_threshold_is_lowered()
    {
        var likeness = Compare("Which exercises took place in Belarus?", "Which large exercises took place in Belarus?");

        Assert.True(likeness.IsSame);
        Assert.InRange(likeness.Score, 0.5, 0.89);
    }

    [Theory]
    [InlineData("Which exercises are planned?", "Which exercises are planned for 2026?")]
    [InlineData("Which exercises are planned?", "Which exercises are planned by NATO?")]
    [InlineData("Which exercises are planned?", "Which exercises are not planned?")]
    [InlineData("Which exercises are planned?", "Which exercises were planned?")]
    public void No_threshold_lets_a_further_name_number_or_word_of_form_pass(string one, string other) => Assert.False(Compare(one, other).IsSame);

    [Theory]
    [InlineData("How did Tasmagambetov describe relations with Armenia?", "What does Tasmagambetov say of the relations with Armenia?")]
    [InlineData("Какие страны входят в ОДКБ?", "Какие государства являются членами ОДКБ?")]
    public void A_near_miss_is_worth_a_look(string one, string other)
    {
        var likeness = Compare(one, other);

        Assert.False(likeness.IsSame);
        Assert.InRange(likeness.Score, 0.5, 0.89);
    }

    [Fact]
    public void The_same_words_in_another_language_of_the_answer_are_another_question()
    {
        var english = ReadQuestion.Of(new StandaloneQuestion("ОДКБ?", null), Language.English, SomeCorpus.Seeds);
        var russian = ReadQuestion.Of(new StandaloneQuestion("ОДКБ?", null), Language.Russian, SomeCorpus.Seeds);

        Assert.Equal(default, QuestionLikeness.Of(english, russian));
    }

    [Theory]
    [InlineData("And when?", "Did the council meet in Minsk?", "When did the council meet in Minsk?", true)]
    [InlineData("А когда?", "Саммит прошёл в Минске?", "Когда саммит прошёл в Минске?", true)]
    [InlineData("And when?", "Did the council meet in Minsk?", "When did the council meet in Astana?", false)]
    [InlineData("And why?", "When did the council meet in Minsk?", "Why did the council meet in Minsk?", false)]
    [InlineData("And there?", "Did the council meet in Minsk?", "Did the council meet in Minsk?", false)]
    public void A_question_that_goes_on_is_the_same_only_where_it_is_plain_what_it_asks(string text, string carried, string other, bool isSame)
    {
        var followUp = ReadQuestion.Of(new StandaloneQuestion(text, carried), LanguageOf(text), SomeCorpus.Seeds);

        Assert.Equal(isSame, IsReused(QuestionLikeness.Of(followUp, Read(other))));
    }

    [Fact]
    public void A_question_that_goes_on_is_the_same_after_the_same_question_alone()
    {
        ReadQuestion After(string carried) => ReadQuestion.Of(new StandaloneQuestion("And in 2025?", carried), Language.English, SomeCorpus.Seeds);

        Assert.True(IsReused(QuestionLikeness.Of(After("Which exercises were held?"), After("which exercises were held"))));
        Assert.False(IsReused(QuestionLikeness.Of(After("Which exercises were held?"), After("Which summits were held?"))));
        Assert.False(IsReused(QuestionLikeness.Of(After("Which exercises were held?"), Read("And in 2025?"))));
    }

    private static bool IsReused(string one, string other) => IsReused(Compare(one, other));

    private static bool IsReused(Likeness likeness) => likeness.IsSame && likeness.Score >= new CuratedOptions().ReuseAbove;

    private static Likeness Compare(string one, string other) => QuestionLikeness.Of(Read(one), Read(other));

    private static ReadQuestion Read(string text) => ReadQuestion.Of(new StandaloneQuestion(text, null), LanguageOf(text), SomeCorpus.Seeds);

    private static Language LanguageOf(string text) => LanguageDetector.Of(text, null);
}
