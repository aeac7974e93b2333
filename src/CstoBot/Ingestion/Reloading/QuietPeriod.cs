namespace CstoBot.Ingestion.Reloading;

/// <summary>Tells when something that changed has been as it is for long enough: files are copied one after another, and large ones take a while.</summary>
internal sealed class QuietPeriod(TimeSpan quiet)
{
    private string? settled;
    private string? seen;
    private DateTimeOffset since;

    /// <summary>True once for each change that has settled. What is seen first is taken as settled.</summary>
    /// <param name="state">How it is now.</param>
    public bool HasSettled(string state, DateTimeOffset now)
    {
        settled ??= state;
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
}
