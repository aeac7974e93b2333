namespace CstoBot.Ingestion.Web;

/// <summary>A page may not or cannot be fetched. The message is the reason of <see cref="WebFetch.Failed"/>.</summary>
internal sealed class WebFaultException(string reason) : Exception(reason);
