using System.Globalization;
using CstoBot.Storage;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether the bot can keep what it must not forget.</summary>
internal sealed class DataCheckup(IOptions<DataOptions> options) : ICheckup
{
    private const string Check = "data folder";
    private const string Remedy = "Set Data:Folder (or --data) to a folder that the user who runs the bot may write to.";
    private const long Megabyte = 1024 * 1024;

    // The database, the index of a large corpus and a copy of it while it is made anew.
    private const long Scarce = 500 * Megabyte;

    // A full disk stops the bot from taking questions.
    private const long TooLittle = 50 * Megabyte;

    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken)
    {
        var folder = Path.GetFullPath(options.Value.Folder);
        var existing = Existing(folder);
        var found = Examine(folder, existing);
        return Task.FromResult<IReadOnlyList<Diagnosis>>(found.Severity == Severity.Ok ? [found, Space(existing)] : [found]);
    }

    private static Diagnosis Examine(string folder, string existing)
    {
        if (File.Exists(existing))
        {
            return Diagnosis.Problem(Check, $"{existing} is a file.", Remedy);
        }

        var probe = Path.Combine(existing, $".cstobot-doctor-{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Diagnosis.Problem(Check, $"{existing} cannot be written to.", Remedy);
        }

        return Diagnosis.Ok(Check, existing == folder ? $"{folder} can be written to" : $"{folder} is not there yet; the bot makes it");
    }

    private static Diagnosis Space(string existing)
    {
        const string SpaceCheck = "disk space";
        const string SpaceRemedy = "Make room, or set Data:Folder to another disk.";
        var free = new DriveInfo(existing).AvailableFreeSpace;
        var text = string.Create(CultureInfo.InvariantCulture, $"{free / Megabyte} MB are free");
        return free < TooLittle ? Diagnosis.Problem(SpaceCheck, $"only {text}.", SpaceRemedy)
            : free < Scarce ? Diagnosis.Warning(SpaceCheck, $"only {text}.", SpaceRemedy)
            : Diagnosis.Ok(SpaceCheck, text);
    }

    /// <summary>The folder, or what of its path is there.</summary>
    private static string Existing(string path)
    {
        while (!Path.Exists(path) && Path.GetDirectoryName(path) is { } parent)
        {
            path = parent;
        }

        return path;
    }
}
