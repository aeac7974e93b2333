using CstoBot.Conversations;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Xunit;

namespace CstoBot.Tests.Telegram.Rendering;

public sealed class CommandTextsTests
{
    private static readonly CommandTexts English = CommandTexts.For(Language.English);
    private static readonly CommandTexts Russian = CommandTexts.For(Language.Russian);

    [Fact]
    public void Offers_the_same_commands_in_every_language_and_only_known_ones()
    {
        foreach (var menu in new Func<CommandTexts, IReadOnlyList<MenuEntry>>[] { texts => texts.PrivateMenu, texts => texts.GroupMenu, texts => texts.ModeratorMenu, texts => texts.AdminMenu })
        {
            Assert.Equal(menu(English).Select(entry => entry.Command), menu(Russian).Select(entry => entry.Command));
            Assert.All(menu(English), entry => Assert.Contains(entry.Command, CommandText.Known));
        }
    }

    [Fact]
    public void An_admin_sees_more_than_a_moderator_and_a_moderator_no_less_than_anybody()
    {
        var (admin, moderator) = (CommandMenu.OfStaff(7, isAdmin: true)[0].Entries, CommandMenu.OfStaff(7, isAdmin: false)[0].Entries);

        Assert.Equal(["status", "reload", "versions", "roles", "audit"], admin.Except(moderator).Select(entry => entry.Command));
        Assert.Subset(moderator.ToHashSet(), English.PrivateMenu.ToHashSet());
        Assert.Equal([null, "ru", null, "ru"], CommandMenu.OfEverybody().Select(menu => menu.LanguageCode));
    }

    [Fact]
    public void Every_text_says_something_and_every_place_in_it_is_filled()
    {
        foreach (var texts in new[] { English, Russian })
        {
            var written = new[]
            {
                texts.GreetGroup("the_bot"), texts.HelpInGroup("the_bot"), texts.Privacy(30), texts.ForgetQuestion(1, 2, 3), texts.Forgotten(1, 2, 3),
            };

            Assert.All(written, text => Assert.DoesNotMatch(@"\{\d\}", text));
            Assert.All(written.Take(2), text => Assert.Contains("@the_bot", text, StringComparison.Ordinal));
            Assert.Contains("30", written[2], StringComparison.Ordinal);
            Assert.All(typeof(CommandTexts).GetProperties().Where(property => property.PropertyType == typeof(string)), property =>
                Assert.False(string.IsNullOrWhiteSpace((string?)property.GetValue(texts)), property.Name));
        }
    }

    [Fact]
    public void What_a_tapped_button_says_fits_the_200_characters_that_Telegram_takes() => Assert.All(
        new[] { English.OnlyChatAdmins, Russian.OnlyChatAdmins, English.Saved, Russian.Saved }, text => Assert.InRange(text.Length, 1, 200));
}
