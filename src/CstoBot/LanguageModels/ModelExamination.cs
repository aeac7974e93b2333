using System.ClientModel;
using CstoBot.Conversations;
using CstoBot.LanguageModels.Prompts;

namespace CstoBot.LanguageModels;

/// <summary>Asks the endpoint which models it has.</summary>
internal static class ModelExamination
{
    private const int Shown = 5;
    private const int MaxName = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static async Task<ModelCondition> ExamineAsync(ModelOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            var models = await ModelEndpoint.CreateClient(options).GetOpenAIModelClient().GetModelsAsync(either.Token);
            var names = models.Value.Select(model => model.Id ?? string.Empty).ToList();
            return names.Contains(options.Name ?? string.Empty)
                ? new ModelCondition.Fine()
                : new ModelCondition.Unknown(names.Count == 0 ? "none" : string.Join(", ", names.Take(Shown).Select(Harmless)), Math.Max(0, names.Count - Shown));
        }
        catch (ClientResultException exception) when (exception.Status > 0)
        {
            return exception.Status switch
            {
                401 or 403 => new ModelCondition.KeyRefused(exception.Status),
                404 or 405 => new ModelCondition.NoList(exception.Status),
                _ => new ModelCondition.Failing(exception.Status),
            };
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ModelCondition.Silent(exception is OperationCanceledException || ModelFailures.Of(exception).Failure == ModelFailure.Unreachable
                ? "cannot be reached"
                : "does not answer as an OpenAI-compatible server does");
        }
    }

    /// <summary>The names come from outside.</summary>
    private static string Harmless(string name)
    {
        var plain = string.Concat(XmlText.Strip(name).Where(character => !char.IsControl(character)));
        return plain.Length <= MaxName ? plain : plain[..MaxName];
    }
}

/// <summary>How it is with the configured model. Exactly one of the nested cases.</summary>
internal abstract record ModelCondition
{
    private ModelCondition()
    {
    }

    public sealed record Fine : ModelCondition;

    /// <param name="Names">Some of those that the endpoint has.</param>
    /// <param name="More">How many it has besides.</param>
    public sealed record Unknown(string Names, int More) : ModelCondition;

    public sealed record KeyRefused(int Status) : ModelCondition;

    /// <summary>The endpoint cannot say what it has.</summary>
    public sealed record NoList(int Status) : ModelCondition;

    public sealed record Failing(int Status) : ModelCondition;

    /// <param name="Fault">To follow the endpoint's address.</param>
    public sealed record Silent(string Fault) : ModelCondition;
}
