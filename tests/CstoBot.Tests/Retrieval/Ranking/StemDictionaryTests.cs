using CstoBot.Retrieval;
using CstoBot.Retrieval.Analysis;
using CstoBot.Retrieval.Queries;
using CstoBot.Retrieval.Ranking;
using CstoBot.Tests.Answering;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace CstoBot.Tests.Retrieval.Ranking;

public sealed class StemDictionaryTests
{
    [Fact]
    public void An_index_knows_its_stems_and_in_how_many_chunks_they_stand()
    {
        var stems = SomeCorpus.Index("The summit was held in Minsk.", "Another summit, another саммит.").Stems;

        Assert.Equal(2, stems.Frequency(WordId.OfStem(SomeWords.Stem("summit"))));
        Assert.Equal(1, stems.Frequency(WordId.OfStem(SomeWords.Stem("саммит"))));
        Assert.Equal(0, stems.Frequency(WordId.OfStem(SomeWords.Stem("parliament"))));
    }

    [Fact]
    public void The_stems_that_begin_so_are_found_and_no_others() => Prop.ForAll<string[], string>((words, beginning) =>
    {
        var distinct = words.Where(word => word is not null).Distinct().Order(StringComparer.Ordinal).ToList();
        var start = beginning ?? string.Empty;

        var found = new StemDictionary(distinct.Select(word => (word, 1)).ToList()).BeginningWith(start).Select(entry => entry.Stem);

        return found.SequenceEqual(distinct.Where(word => word.StartsWith(start, StringComparison.Ordinal)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_empty_index_has_none()
    {
        var stems = PassageIndex.Build(SomeCorpus.Of(), Glossary.Empty).Stems;

        Assert.Empty(stems.BeginningWith(string.Empty));
    }
}
