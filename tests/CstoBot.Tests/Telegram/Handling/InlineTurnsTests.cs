using CstoBot.Telegram.Handling;
using Xunit;

namespace CstoBot.Tests.Telegram.Handling;

public sealed class InlineTurnsTests
{
    [Fact]
    public void Only_the_latest_query_of_a_person_has_its_turn_and_only_once()
    {
        var turns = new InlineTurns();
        turns.Note(7, "a");
        turns.Note(7, "b");
        turns.Note(8, "c");

        Assert.False(turns.TryTake(7, "a"));
        Assert.True(turns.TryTake(7, "b"));
        Assert.False(turns.TryTake(7, "b"));
        Assert.True(turns.TryTake(8, "c"));
    }

    [Fact]
    public void An_album_is_noted_once_and_a_single_message_always()
    {
        var albums = new AlbumNotes();

        Assert.True(albums.IsFirst("a"));
        Assert.True(albums.IsFirst("b"));
        Assert.False(albums.IsFirst("a"));
        Assert.All(Enumerable.Range(0, 300), number => Assert.True(albums.IsFirst($"other {number}")));
        Assert.True(albums.IsFirst(null) && albums.IsFirst(null));
    }
}
