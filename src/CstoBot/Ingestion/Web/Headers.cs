using System.Net.Http.Headers;

namespace CstoBot.Ingestion.Web;

/// <summary>Headers as they were written: what a library makes of an odd one may be nothing at all.</summary>
internal static class Headers
{
    /// <summary>The first value; null when the header is missing.</summary>
    public static string? ValueOrNull(HttpHeaders headers, string name) =>
        headers.NonValidated.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
