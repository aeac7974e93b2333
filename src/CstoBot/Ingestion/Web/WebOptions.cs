using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Ingestion.Web;

/// <summary>How pages are fetched, and from where they may come.</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    private const string HostPattern = @"(\*\.)?[\p{L}\p{N}]([\p{L}\p{N}.-]*[\p{L}\p{N}])?";

    /// <summary>A page that takes longer, its redirects and its robots.txt included, counts as failed.</summary>
    [Range(1, 600)]
    public int TimeoutSeconds { get; init; } = 30;

    /// <summary>A larger page, counted as it unpacks, counts as failed.</summary>
    [Range(1, 1_024)]
    public int MaxMegabytes { get; init; } = 10;

    /// <summary>
    /// The hosts that pages and their redirects may be on, separated by commas: <c>example.org</c> is itself, <c>*.example.org</c> what is below it.
    /// Empty: each page's own host only.
    /// </summary>
    [RegularExpression($@"\s*{HostPattern}\s*(,\s*{HostPattern}\s*)*", ErrorMessage = "Web:AllowedHosts is a list like 'example.org, *.example.net'.")]
    public string AllowedHosts { get; init; } = "";

    /// <summary>
    /// Lets pages come from private networks and this machine (10.*, 192.168.*, 127.*, fd00::…), for an intranet. Link-local and other reserved
    /// addresses, among them those at which clouds keep their secrets, stay refused.
    /// </summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>How the bot names itself to servers; a way to reach its operator may follow: <c>CstoBot (+https://example.org/bot)</c>.</summary>
    [RegularExpression(@"CstoBot(/[\w.]+)?( \([!-'*-~ ]*\))?", ErrorMessage = "Web:UserAgent begins with 'CstoBot', by which robots.txt knows it, and may say more in round brackets.")]
    public string UserAgent { get; init; } = "CstoBot";
}

[OptionsValidator]
internal sealed partial class WebOptionsValidator : IValidateOptions<WebOptions>;
