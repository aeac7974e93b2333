namespace CstoBot.LanguageModels.Usage;

/// <summary>How many tokens each day took; kept, so that a restart gives none back.</summary>
internal interface ITokenUsage
{
    /// <param name="day">In UTC.</param>
    Task<TokenCount> OfDayAsync(DateOnly day, CancellationToken cancellationToken);

    Task AddAsync(DateOnly day, TokenCount tokens, CancellationToken cancellationToken);
}

/// <summary>Tokens of prompts and of answers; they cost differently.</summary>
internal readonly record struct TokenCount(long Input, long Output)
{
    public long Total => Input + Output;

    public static TokenCount operator +(TokenCount one, TokenCount other) => new(one.Input + other.Input, one.Output + other.Output);
}
