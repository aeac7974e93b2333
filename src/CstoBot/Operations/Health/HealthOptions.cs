using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Health;

/// <summary>Where the program tells how it is.</summary>
internal sealed class HealthOptions : IValidatableObject
{
    public const string Section = "Health";

    /// <summary>
    /// Where <c>/health/live</c> and <c>/health/ready</c> are answered, for example http://127.0.0.1:8081. Empty: on no address of their own, so that
    /// several bots on a machine need no settings; a bot with a webhook answers them beside it in any case.
    /// </summary>
    public string ListenUrl { get; set; } = "";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ListenUrl.Length > 0 && (!Uri.TryCreate(ListenUrl, UriKind.Absolute, out var address) || address.Scheme != "http"))
        {
            yield return new ValidationResult("Health:ListenUrl must be an http address, for example http://127.0.0.1:8081, or empty.");
        }
    }
}

[OptionsValidator]
internal sealed partial class HealthOptionsValidator : IValidateOptions<HealthOptions>;
