namespace CstoBot.Retrieval;

/// <summary>The corpus version in use. A question takes it once and keeps it to its end; a reload replaces it in one step.</summary>
internal sealed class CurrentIndex
{
    private volatile PassageIndex? current;

    /// <summary>The index to answer from.</summary>
    /// <exception cref="InvalidOperationException">Nothing has been loaded yet.</exception>
    public PassageIndex Value => current ?? throw new InvalidOperationException("The sources have not been loaded yet.");

    /// <summary>Null before the first load.</summary>
    public PassageIndex? ValueOrNull => current;

    public void Switch(PassageIndex next) => current = next;
}
