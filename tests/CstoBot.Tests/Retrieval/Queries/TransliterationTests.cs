using CstoBot.Retrieval.Queries;
using Xunit;

namespace CstoBot.Tests.Retrieval.Queries;

public sealed class TransliterationTests
{
    [Theory]
    [InlineData("kto", "кто")]
    [InlineData("takoy", "такой")]
    [InlineData("organizatsiya", "организация")]
    [InlineData("zasedaniye", "заседание")]
    [InlineData("naznachayetsya", "назначается")]
    [InlineData("shchit", "щит")]
    [InlineData("кто", null)]
    [InlineData("web2", null)]
    public void Russian_typed_in_latin_letters_is_read_back(string latin, string? russian) => Assert.Equal(russian, Transliteration.ToCyrillicOrNull(latin));

    [Theory]
    [InlineData("zhaparov", "japarov")]
    [InlineData("tokaev", "tokayev")]
    [InlineData("rakhmon", "rahmon")]
    [InlineData("kazahstan", "kazakhstan")]
    [InlineData("pashinian", "pashinyan")]
    [InlineData("matvienko", "matviyenko")]
    public void Romanizations_of_one_name_are_alike(string one, string other) => Assert.Equal(Transliteration.Skeleton(one), Transliteration.Skeleton(other));

    [Theory]
    [InlineData("armenia", "albania")]
    [InlineData("putin", "rutte")]
    public void Other_names_are_not(string one, string other) => Assert.NotEqual(Transliteration.Skeleton(one), Transliteration.Skeleton(other));

    [Theory]
    [InlineData("ghbdtn", "привет")]
    [InlineData("JLR<", "ОДКБ")]
    [InlineData("привет", "ghbdtn")]
    [InlineData("ЫЕЩЗ", "STOP")]
    [InlineData("naïve", null)]
    [InlineData("集団", null)]
    public void A_word_is_typed_in_the_other_layout(string typed, string? other) => Assert.Equal(other, Keyboard.InOtherLayoutOrNull(typed));

    [Theory]
    [InlineData('s', 'd', true)]
    [InlineData('d', 's', true)]
    [InlineData('s', 'w', true)]
    [InlineData('s', 'e', true)]
    [InlineData('о', 'л', true)]
    [InlineData('q', 'p', false)]
    [InlineData('а', 'a', false)]
    public void Keys_side_by_side_are_neighbours(char one, char other, bool neighbours) => Assert.Equal(neighbours, Keyboard.AreNeighbours(one, other));
}
