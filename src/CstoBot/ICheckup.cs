namespace CstoBot;

/// <summary>One thing that <c>cstobot doctor</c> looks at. It changes nothing, and tells no secret.</summary>
internal interface ICheckup
{
    /// <summary>What it found, a line each; empty where there is nothing of the kind.</summary>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The settings that it needs are wrong, which another one tells.</exception>
    Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken);
}

/// <param name="Check">What was looked at, in a word or two.</param>
/// <param name="Text">One line.</param>
/// <param name="Remedy">What to do about it, one line; null where nothing is to be done.</param>
internal sealed record Diagnosis(Severity Severity, string Check, string Text, string? Remedy = null)
{
    public static Diagnosis Ok(string check, string text) => new(Severity.Ok, check, text);

    public static Diagnosis Warning(string check, string text, string remedy) => new(Severity.Warning, check, text, remedy);

    public static Diagnosis Problem(string check, string text, string remedy) => new(Severity.Problem, check, text, remedy);
}

internal enum Severity
{
    Ok,

    /// <summary>The bot runs, perhaps not as meant.</summary>
    Warning,

    /// <summary>The bot does not run, or not without failing at something that is configured.</summary>
    Problem,
}
