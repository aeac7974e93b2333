namespace CstoBot.Ingestion.Reloading;

/// <summary>Tells when something that changed has been as it is for long enough: files are copied one after another, and large ones take a while.</summary>
internal sealed class QuietPeriod(TimeSpan quiet)
{
    private string? settled;
    private string? seen;
    private DateTimeOffset since;

    /// <summary>True once for each state that has settled; the first one too, since nobody knows what came before somebody looked.</summary>
    /// <param name="state">How it is now.</param>
    public bool HasSettled(string state, DateTimeOffset now)
    {
        if (state != seen)
        {
            (seen, since) = (state, now);
        }

        if (state == settled || now - since < quiet)
        {
            return false;
        }

        settled = state;
        return true;
    }

    /// <summary>What has settled is told again: nothing came of it.</summary>
    public void Forget() => settled = null;
}
