using CstoBot.Ingestion;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Tests.Answering;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class GlossaryTests
{
    [Fact]
    public void The_longest_spelling_is_found()
    {
        var glossary = Parse("names:\n  - [Collective Security Treaty, CST]\n  - [Collective Security Treaty Organization, CSTO]");

        var entry = Assert.Single(glossary.LongestAt(TextAnalyzer.Analyze("the collective security treaty organization met"), 1, out var length));

        Assert.Equal(4, length);
        Assert.Equal("csto", entry.Forms[1].Stems.Single());
    }

    [Fact]
    public void A_spelling_that_is_cut_off_by_the_end_is_not_found()
    {
        var glossary = Parse("names: [[Collective Security Treaty Organization, CSTO]]");

        Assert.Empty(glossary.LongestAt(TextAnalyzer.Analyze("collective security"), 0, out var length));
        Assert.Equal(0, length);
    }

    [Fact]
    public void A_word_of_several_lines_finds_them_all() =>
        Assert.Equal(2, Parse("terms:\n  - [chief, boss]\nrelated:\n  - [chief, head]").LongestAt(TextAnalyzer.Analyze("Chiefs"), 0, out _).Count);

    [Fact]
    public void A_sort_is_searched_for_its_members_and_not_the_other_way_round()
    {
        var glossary = Parse("kinds:\n  - kind: [country]\n    of: [Armenia, Belarus]");

        Assert.Equal(["armenia", "belaru"], Assert.Single(glossary.LongestAt(TextAnalyzer.Analyze("countries"), 0, out _)).Forms.Select(form => form.Stems[0]));
        Assert.Empty(glossary.LongestAt(TextAnalyzer.Analyze("Armenia"), 0, out _));
    }

    [Fact]
    public void A_hint_leads_from_the_words_of_questions_to_those_of_documents_only()
    {
        var glossary = Parse("hints:\n  - {asked: [Kremlin], means: [Russia]}");

        Assert.Equal(GlossaryTie.Hint, Assert.Single(glossary.LongestAt(TextAnalyzer.Analyze("the Kremlin"), 1, out _)).Tie);
        Assert.Empty(glossary.LongestAt(TextAnalyzer.Analyze("Russia"), 0, out _));
    }

    [Fact]
    public void Words_inside_a_longer_spelling_are_known_words()
    {
        var glossary = Parse("names: [[Committee of Secretaries, Комитет секретарей]]");

        Assert.True(glossary.Knows(TextAnalyzer.Analyze("secretary")[0]));
        Assert.True(glossary.Knows(TextAnalyzer.Analyze("комитетами")[0]));
        Assert.False(glossary.Knows(TextAnalyzer.Analyze("council")[0]));
    }

    [Theory]
    [InlineData("names: [[CSTO, ОДКБ]]\nsynonyms: []", "glossary.yaml, line 2: the lists are 'names', 'terms', 'related', 'hints', 'kinds' and 'opposites'.")]
    [InlineData("names:\n  - [CSTO, ОДКБ]\n  - CSTO", "glossary.yaml, line 3: expected a list of spellings: [a, b, c].")]
    [InlineData("names:\n  - [CSTO, [ОДКБ]]", "glossary.yaml, line 2: a spelling is plain text.")]
    [InlineData("names: CSTO", "glossary.yaml, line 1: expected a list of lines.")]
    [InlineData("kinds:\n  - [country]", "glossary.yaml, line 2: a line of this list has the lists 'kind' and 'of'.")]
    [InlineData("kinds:\n  - kind: [country]", "glossary.yaml, line 2: a line of this list has the lists 'kind' and 'of'.")]
    [InlineData("hints:\n  - {asked: [boss]}", "glossary.yaml, line 2: a line of this list has the lists 'asked' and 'means'.")]
    [InlineData("names:\n  - ]", "glossary.yaml, line 2: not valid YAML.")]
    [InlineData("- [CSTO, ОДКБ]", "glossary.yaml, line 1: the lists are 'names', 'terms', 'related', 'hints', 'kinds' and 'opposites'.")]
    public void A_mistake_is_named_with_its_line(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<SourcesUnavailableException>(() => Parse(yaml)).Message);

    [Theory]
    [InlineData("")]
    [InlineData("# none yet")]
    [InlineData("names: [[]]")]
    [InlineData("names: [['...', '—']]")]
    public void A_glossary_may_hold_nothing(string yaml) =>
        Assert.Empty(Parse(yaml).LongestAt(TextAnalyzer.Analyze("anything"), 0, out _));

    [Fact]
    public void A_folder_needs_no_glossary() => Assert.Same(Glossary.Empty, GlossaryFile.Load("there-is-no-such-file.yaml"));

    [Fact]
    public void The_shipped_glossary_knows_the_organization_in_both_languages()
    {
        var entry = Assert.Single(SomeCorpus.Seeds.Glossary.LongestAt(TextAnalyzer.Analyze("ОДКБ"), 0, out _));

        Assert.Contains(entry.Forms, form => form.Stems is ["csto"]);
    }

    [Theory]
    [InlineData("саммит", "summit")]
    [InlineData("саммите", "summit")]
    [InlineData("саммитом", "summit")]
    [InlineData("визите", "visit")]
    [InlineData("договора", "treati")]
    [InlineData("встречи", "meet")]
    public void The_shipped_glossary_knows_a_russian_word_in_its_cases(string russian, string english) =>
        Assert.Contains(
            SomeCorpus.Seeds.Glossary.LongestAt(TextAnalyzer.Analyze(russian), 0, out _).SelectMany(entry => entry.Forms),
            form => form.Stems.SequenceEqual([english]));

    private static Glossary Parse(string yaml) => GlossaryFile.Parse(new StringReader(yaml));
}
