using CstoBot.LanguageModels.Prompts;
using Microsoft.Extensions.Options;

namespace CstoBot.LanguageModels;

/// <summary>Whether the prompts can be used, where there is a model to be asked with them.</summary>
internal sealed class PromptsCheckup(IOptions<ModelOptions> model, IOptions<PromptOptions> prompts) : ICheckup
{
    private const string Check = "prompts";

    public async Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        if (!model.Value.IsConfigured)
        {
            return [Diagnosis.Ok(Check, "are not needed without a model")];
        }

        try
        {
            var read = await PromptReader.ReadAsync(prompts.Value.FolderOrShipped);
            return [Diagnosis.Ok(Check, $"all {read.Count} can be used")];
        }
        catch (StartupException exception)
        {
            return [Diagnosis.Problem(Check, exception.Message, "Mend the file, or leave Prompts:Folder out for those that came with the program.")];
        }
    }
}
