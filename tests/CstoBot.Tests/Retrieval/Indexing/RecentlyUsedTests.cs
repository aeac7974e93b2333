using CstoBot.Retrieval.Indexing;
using Xunit;

namespace CstoBot.Tests.Retrieval.Indexing;

public sealed class RecentlyUsedTests
{
    [Fact]
    public void What_was_used_lately_is_made_once_and_the_rest_is_let_go()
    {
        var cache = new RecentlyUsed<int, string>(3);
        var made = new List<int>();
        string Get(int key) => cache.GetOrAdd(key, number =>
        {
            made.Add(number);
            return $"{number}";
        });

        foreach (var key in new[] { 1, 2, 3, 1, 2, 3, 4, 3, 2, 5, 6, 3, 2, 7, 8, 9, 10, 11, 12, 1 })
        {
            Assert.Equal($"{key}", Get(key));
        }

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1], made);
    }
}
