namespace CstoBot.Retrieval.Indexing;

/// <summary>
/// Keeps what was made lately: at least the last <paramref name="count"/> different ones used, at most twice as many. Safe for several
/// threads; a value may be made twice, and the first one made stays.
/// </summary>
internal sealed class RecentlyUsed<TKey, TValue>(int count)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private Dictionary<TKey, TValue> young = [];
    private Dictionary<TKey, TValue> old = [];

    public TValue GetOrAdd(TKey key, Func<TKey, TValue> make)
    {
        lock (gate)
        {
            if (TryGet(key, out var known))
            {
                return known;
            }
        }

        var made = make(key);
        lock (gate)
        {
            return TryGet(key, out var other) ? other : Keep(key, made);
        }
    }

    private bool TryGet(TKey key, out TValue value)
    {
        if (young.TryGetValue(key, out value!))
        {
            return true;
        }

        if (!old.TryGetValue(key, out value!))
        {
            return false;
        }

        Keep(key, value);
        return true;
    }

    private TValue Keep(TKey key, TValue value)
    {
        if (young.Count >= count)
        {
            (old, young) = (young, []);
        }

        return young[key] = value;
    }
}
