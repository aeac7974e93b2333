using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>The language model behind an OpenAI-compatible endpoint. None is set: answers are quoted, without a model.</summary>
internal sealed class ModelOptions : IValidatableObject
{
    public const string Section = "Model";

    // The client and the protocol set these themselves; a second value would contradict them.
    private static readonly string[] OwnHeaders = ["Authorization", "Host", "Connection", "Transfer-Encoding", "Content-Length", "Content-Type"];

    /// <summary>The base address of an OpenAI-compatible server, <c>/v1</c> included.</summary>
    public string? Endpoint { get; set; }

    /// <summary>A secret: from the environment or user secrets only, and never in a message. Null for servers that need none.</summary>
    public string? Key { get; set; }

    /// <summary>What the endpoint calls the model.</summary>
    public string? Name { get; set; }

    /// <summary>How long one call may take in all, its repetitions included.</summary>
    [Range(1, 3_600)]
    public int TimeoutSeconds { get; set; } = 60;

    /// <summary>How free the model is in its choice of words. Null (an empty value): its own, for models that take no other.</summary>
    [Range(0.0, 2.0)]
    public double? Temperature { get; set; } = 0;

    /// <summary>A longer answer is cut off, and then counts as none.</summary>
    [Range(16, 100_000)]
    public int MaxOutputTokens { get; set; } = 1_200;

    /// <summary>Sent with every request; the values are secrets as the key is.</summary>
    public Dictionary<string, string> Headers { get; set; } = [];

    /// <summary>How the endpoint is made to answer in the form that the program reads.</summary>
    public StructuredOutput StructuredOutput { get; set; } = StructuredOutput.Auto;

    /// <summary>How many tokens may be used within any minute; 0: no limit.</summary>
    [Range(0, int.MaxValue)]
    public int TokensPerMinute { get; set; }

    /// <summary>How many tokens may be used on a day (UTC); 0: no limit.</summary>
    [Range(0, long.MaxValue)]
    public long TokensPerDay { get; set; }

    /// <summary>What a million tokens of prompts cost, in <see cref="Currency"/>; 0: unknown.</summary>
    [Range(0.0, 1_000_000.0)]
    public double InputPricePerMillion { get; set; }

    /// <summary>What a million tokens of answers cost, in <see cref="Currency"/>; 0: unknown.</summary>
    [Range(0.0, 1_000_000.0)]
    public double OutputPricePerMillion { get; set; }

    /// <summary>Shown behind the costs.</summary>
    [StringLength(10)]
    public string Currency { get; set; } = "USD";

    public bool IsConfigured => IsSet(Endpoint);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        (IsConfigured ? Faults() : LonelyFaults()).Concat(HeaderFaults()).Select(fault => new ValidationResult(fault));

    private IEnumerable<string> Faults()
    {
        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            yield return "Model:Endpoint must be an http or https address, for example http://localhost:11434/v1.";
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0)
        {
            // Both would end up in messages, and neither reaches the server as meant.
            yield return "Model:Endpoint must hold neither a password nor a query: use Model:Key and Model:Headers.";
        }

        if (!IsSet(Name))
        {
            yield return "Model:Name is missing: the name of the model at Model:Endpoint.";
        }

        if (Key is not null && !IsHeaderValue(Key))
        {
            yield return "Model:Key holds characters that no key has.";
        }

        if (TokensPerMinute > 0 && TokensPerMinute <= MaxOutputTokens)
        {
            yield return "Model:TokensPerMinute must be more than Model:MaxOutputTokens: as it is, no call would ever fit.";
        }

        if (TokensPerDay > 0 && TokensPerDay <= MaxOutputTokens)
        {
            yield return "Model:TokensPerDay must be more than Model:MaxOutputTokens: as it is, no call would ever fit.";
        }
    }

    private IEnumerable<string> LonelyFaults()
    {
        if (IsSet(Name) || IsSet(Key))
        {
            yield return "Model:Name or Model:Key is set, but Model:Endpoint is not.";
        }
    }

    private IEnumerable<string> HeaderFaults()
    {
        foreach (var (name, value) in Headers)
        {
            if (OwnHeaders.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                yield return $"Model:Headers:{name} is set by the program itself{(name.Equals(OwnHeaders[0], StringComparison.OrdinalIgnoreCase) ? ", from Model:Key" : "")}.";
            }
            else if (name.Length == 0 || !name.All(character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character)))
            {
                yield return "Model:Headers holds a name that no header has.";
            }
            else if (!IsHeaderValue(value ?? string.Empty))
            {
                yield return $"Model:Headers:{name} holds characters that no header has.";
            }
        }
    }

    private static bool IsHeaderValue(string value) => value.All(character => char.IsAscii(character) && !char.IsControl(character));

    private static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}

/// <summary>How an endpoint is made to answer in a given form.</summary>
internal enum StructuredOutput
{
    /// <summary>By a schema; where the endpoint refuses that, by asking for JSON, and else by the words of the prompt alone. What it takes is remembered.</summary>
    Auto,

    /// <summary>By a JSON schema.</summary>
    Schema,

    /// <summary>By asking for some JSON object.</summary>
    Object,

    /// <summary>By the words of the prompt alone.</summary>
    None,
}

[OptionsValidator]
internal sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;
