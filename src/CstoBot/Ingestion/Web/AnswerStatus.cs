using System.Globalization;
using System.Net.Http.Headers;

namespace CstoBot.Ingestion.Web;

/// <summary>What a status other than success means, in our words: the server's are not shown.</summary>
internal static class AnswerStatus
{
    public static string Reason(int status, RetryConditionHeaderValue? retryAfter, DateTimeOffset now) => status switch
    {
        401 or 407 => $"it asks for a login ({status})",
        403 or 451 => $"the host refuses it ({status})",
        404 => "there is no such page (404)",
        410 => "the page is gone (410)",
        429 => $"the host wants fewer requests (429){When(retryAfter, now)}",
        503 => $"the host is not ready (503){When(retryAfter, now)}",
        >= 500 => $"the host has a fault ({status})",
        _ => $"the answer is no page ({status})",
    };

    private static string When(RetryConditionHeaderValue? retryAfter, DateTimeOffset now)
    {
        var wait = retryAfter?.Delta ?? (retryAfter?.Date - now);
        return wait is { } time && time > TimeSpan.Zero
            ? string.Create(CultureInfo.InvariantCulture, $"; it says to come back in {Rounded(time)}")
            : "";
    }

    private static string Rounded(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalSeconds):0} s")
        : time < TimeSpan.FromHours(2) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalMinutes):0} min")
        : time < TimeSpan.FromDays(2) ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(time.TotalHours):0} h")
        : "some days";
}
