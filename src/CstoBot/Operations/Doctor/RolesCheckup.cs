using System.Globalization;
using CstoBot.Telegram.Staff;
using Microsoft.Extensions.Options;

namespace CstoBot.Operations.Doctor;

/// <summary>Whether anybody may look after the bot.</summary>
internal sealed class RolesCheckup(IOptions<RolesOptions> options) : ICheckup
{
    public Task<IReadOnlyList<Diagnosis>> ExamineAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<Diagnosis>>(
    [
        options.Value.Admins.Count > 0
            ? Diagnosis.Ok("admins", string.Create(CultureInfo.InvariantCulture, $"{options.Value.Admins.Count} in the settings, and {options.Value.Moderators.Count} moderators"))
            : Diagnosis.Warning(
                "admins",
                "the settings name none: nobody may reload the sources or see how the bot is.",
                "Set Roles:Admins (Roles__Admins) to your Telegram user id, a number; @userinfobot tells it."),
    ]);
}
