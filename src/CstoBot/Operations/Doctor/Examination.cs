using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Everything that can be looked at without starting the bot, one after another.</summary>
internal sealed class Examination(IEnumerable<ICheckup> checkups)
{
    public async IAsyncEnumerable<Diagnosis> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var checkup in checkups)
        {
            foreach (var diagnosis in await ExamineAsync(checkup, cancellationToken))
            {
                yield return diagnosis;
            }
        }
    }

    private static async Task<IReadOnlyList<Diagnosis>> ExamineAsync(ICheckup checkup, CancellationToken cancellationToken)
    {
        try
        {
            return await checkup.ExamineAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" })
        {
            // The settings are wrong; that was told.
            return [];
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return
            [
                Diagnosis.Problem(
                    checkup.GetType().Name.Replace("Checkup", "", StringComparison.Ordinal).ToLowerInvariant(),
                    $"could not be looked at ({exception.GetType().Name}).",
                    "Start the bot: its first lines say more."),
            ];
        }
    }
}
