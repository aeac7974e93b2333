using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using Xunit;

namespace CstoBot.Tests.Contracts;

public sealed class ChatSettingsTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Keeps_each_choice_of_each_chat_after_a_restart()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await ChangeAsync(fixture, new Change.LanguageChosen(5, Language.Russian), new Change.AnswerPlaceChosen(-6, true), new Change.LanguageChosen(-6, Language.English));

        await fixture.ReopenAsync();
        var settings = new SqliteChatSettings(fixture.Database);

        Assert.Equal(new ChatSettings(Language.Russian), await settings.FindAsync(5, None));
        Assert.Equal(new ChatSettings(Language.English, AnswersInPrivate: true), await settings.FindAsync(-6, None));
        Assert.Equal(ChatSettings.Default, await settings.FindAsync(7, None));
    }

    [Fact]
    public async Task A_choice_can_be_taken_back_and_leaves_the_others()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await ChangeAsync(fixture, new Change.AnswerPlaceChosen(-6, true), new Change.LanguageChosen(-6, Language.English), new Change.LanguageChosen(-6, null));

        Assert.Equal(new ChatSettings(AnswersInPrivate: true), await new SqliteChatSettings(fixture.Database).FindAsync(-6, None));
    }

    [Fact]
    public async Task A_chat_that_gets_another_id_keeps_what_was_chosen_however_often_it_is_said()
    {
        using var fixture = await SqliteFixture.CreateAsync();
        await ChangeAsync(fixture, new Change.LanguageChosen(-6, Language.Russian), new Change.ChatMoved(-6, -106), new Change.ChatMoved(-6, -106));
        var settings = new SqliteChatSettings(fixture.Database);

        Assert.Equal(new ChatSettings(Language.Russian), await settings.FindAsync(-106, None));
        Assert.Equal(ChatSettings.Default, await settings.FindAsync(-6, None));

        await ChangeAsync(fixture, new Change.LanguageChosen(-6, Language.English), new Change.ChatMoved(-6, -106));
        Assert.Equal(new ChatSettings(Language.Russian), await settings.FindAsync(-106, None));
        Assert.Equal(ChatSettings.Default, await settings.FindAsync(-6, None));
    }

    private static Task ChangeAsync(SqliteFixture fixture, params IReadOnlyList<Change> changes) => fixture.CompleteAsync(Effects.Send([], changes));
}
