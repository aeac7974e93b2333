using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Fakes;
using Xunit;

namespace CstoBot.Tests.Telegram.Staff;

public sealed class StaffTextsTests
{
    [Fact]
    public void Everything_is_said_in_both_languages_with_the_same_values()
    {
        var (english, russian) = (All(StaffTexts.For(Language.English)), All(StaffTexts.For(Language.Russian)));

        Assert.All(english.Concat(russian), text => Assert.False(string.IsNullOrWhiteSpace(text)));
        Assert.DoesNotContain(english, text => text.Any(character => character is >= 'А' and <= 'я'));
        Assert.All(russian, text => Assert.Contains(text, character => character is >= 'А' and <= 'я'));
        Assert.Equal(english.Select(Numbers), russian.Select(Numbers));
    }

    [Fact]
    public void Help_names_each_role_its_commands_and_no_more()
    {
        var texts = StaffTexts.For(Language.English);

        Assert.Empty(texts.HelpFor(Role.User));
        Assert.DoesNotContain($"/{CommandText.Grant}", texts.HelpFor(Role.Moderator), StringComparison.Ordinal);
        Assert.StartsWith(texts.HelpFor(Role.Moderator), texts.HelpFor(Role.Admin), StringComparison.Ordinal);
        Assert.All(
            [CommandText.Grant, CommandText.Revoke, CommandText.Roles, CommandText.Audit, CommandText.Reload, CommandText.Status, CommandText.Source, CommandText.Remove, CommandText.Versions, CommandText.Rollback],
            command => Assert.Contains($"/{command}", texts.HelpFor(Role.Admin), StringComparison.Ordinal));
    }

    private static string Numbers(string text) => string.Concat(text.Where(char.IsAsciiDigit));

    private static IReadOnlyList<string> All(StaffTexts texts) =>
    [
        texts.HowToGrant, texts.OnlyAdmins, texts.OnlyModerators, texts.LastAdmin, texts.NobodyHasARole, texts.InSettings, texts.NothingAudited, texts.HowToAudit, texts.AuditTooLong,
        texts.Newer, texts.Older, texts.HelpFor(Role.Moderator), texts.HelpFor(Role.Admin), texts.NameOf(Role.Moderator), texts.NameOf(Role.Admin),
        texts.Granted(12345, Role.Admin), texts.Revoked(12345), texts.RevokedButSet(12345, Role.Moderator), texts.HasNone(12345), texts.BySettings(12345),
        texts.GrantedBy(12345, Some.Time), texts.EverybodyIn(-100),
    ];
}
