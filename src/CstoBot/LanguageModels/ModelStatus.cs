using CstoBot.LanguageModels.Clients;
using CstoBot.LanguageModels.Usage;
using CstoBot.Telegram.Handling;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>The configured model's name, what it used today and whether it is left alone just now.</summary>
internal sealed class ModelStatus(IOptions<ModelOptions> options, TokenBudget budget, Circuit circuit) : IModelState
{
    private const decimal Million = 1_000_000;

    public async Task<ModelState?> ReadOrNullAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        var tokens = await budget.TodayAsync(cancellationToken);
        return new ModelState(settings.Name ?? string.Empty, tokens.Total, settings.TokensPerDay, Cost(settings, tokens), settings.Currency, circuit.IsOpen);
    }

    private static decimal? Cost(ModelOptions settings, TokenCount tokens) => settings.InputPricePerMillion + settings.OutputPricePerMillion > 0
        ? ((tokens.Input * (decimal)settings.InputPricePerMillion) + (tokens.Output * (decimal)settings.OutputPricePerMillion)) / Million
        : null;
}
