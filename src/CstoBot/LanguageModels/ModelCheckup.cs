using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Whether the configured model is there and the key is taken.</summary>
internal sealed class ModelCheckup(IOptions<ModelOptions> options, TimeProvider time) : ICheckup
{
    private const string Check = "model";

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var (endpoint, name) = (options.Value.Endpoint, options.Value.Name);
        if (!options.Value.IsConfigured)
        {
            return [Diagnosis.Ok(Check, "none is set: answers are the documents' own sentences")];
        }

        return
        [
            await ModelExamination.ExamineAsync(options.Value, time, cancellationToken) switch
            {
                ModelCondition.Fine => Diagnosis.Ok(Check, $"{endpoint} takes the key and has {name}"),
                ModelCondition.Unknown(var names, var more) =>
                    Diagnosis.Problem(Check, $"{endpoint} does not list {name}. It has: {names}{(more > 0 ? $" and {more} more" : "")}.", "Set Model:Name to one that it has."),
                ModelCondition.KeyRefused(var status) =>
                    Diagnosis.Problem(Check, $"{endpoint} refuses the key ({status}).", "Set Model__Key in the environment to a key of that server."),
                ModelCondition.NoList(var status) =>
                    Diagnosis.Warning(Check, $"{endpoint} has no list of models ({status}).", "Whether Model:Endpoint (/v1 included) and Model:Name are right shows at the first question."),
                ModelCondition.Failing(var status) =>
                    Diagnosis.Problem(Check, $"{endpoint} answers {status}.", "Look into that server's log; questions are answered by quotes while it fails."),
                ModelCondition.Silent(var fault) =>
                    Diagnosis.Problem(Check, $"{endpoint} {fault}.", "Check Model:Endpoint and that the server runs; questions are answered by quotes while it fails."),
                var other => throw new InvalidOperationException($"No line for {other.GetType().Name}."),
            },
        ];
    }
}
