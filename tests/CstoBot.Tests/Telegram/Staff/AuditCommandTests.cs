using System.Text;
using CstoBot.Conversations;
using CstoBot.Storage.Sqlite;
using CstoBot.Telegram.Handling;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Telegram.Staff;
using CstoBot.Tests.Contracts;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace CstoBot.Tests.Telegram.Staff;

public sealed class AuditCommandTests
{
    private const long Admin = 1;
    private const long Anna = 20;
    private const long Group = -100;
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task Shows_page_by_page_what_was_done_newest_first()
    {
        using var fixture = await FilledAsync(32);

        var first = Shown(await RunAsync(fixture));
        var second = Shown(await PressAsync(fixture, Data(first, "Older ›")));
        var third = Shown(await PressAsync(fixture, Data(second, "Older ›")));

        Assert.StartsWith("2026-03-01 12:31 1 role.granted 31 (Admin)\n2026-03-01 12:30 20 refused 30\n", first.Text.Plain, StringComparison.Ordinal);
        Assert.Equal(["Older ›"], Labels(first));
        Assert.Equal(["‹ Newer", "Older ›"], Labels(second));
        Assert.Equal("2026-03-01 12:01 1 role.granted 1 (Admin)\n2026-03-01 12:00 20 refused 0", third.Text.Plain);
        Assert.Equal(["‹ Newer"], Labels(third));
        Assert.Equal(first.Text, Shown(await PressAsync(fixture, Data(second, "‹ Newer"))).Text);
    }

    [Fact]
    public async Task Shows_what_one_person_did_on_every_page()
    {
        using var fixture = await FilledAsync(40);

        var first = Shown(await RunAsync(fixture, $"{Anna}"));
        var second = Shown(await PressAsync(fixture, Data(first, "Older ›")));

        Assert.All((first.Text.Plain + "\n" + second.Text.Plain).Split('\n'), line => Assert.Contains(" 20 refused ", line, StringComparison.Ordinal));
        Assert.Equal(["‹ Newer"], Labels(second));
    }

    [Theory]
    [InlineData("everything")]
    [InlineData("-5")]
    [InlineData("20 21")]
    public async Task Anything_else_is_answered_with_how_to_ask(string argument)
    {
        using var fixture = await FilledAsync(2);

        Assert.StartsWith("Write /audit for everything", Shown(await RunAsync(fixture, argument)).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_all_of_it_as_lines_of_JSON()
    {
        using var fixture = await FilledAsync(2);

        var file = Assert.IsType<Outgoing.File>(Assert.Single((await RunAsync(fixture, "Export")).Messages));

        Assert.Equal(
            """
            {"at":"2026-03-01T12:00:00+00:00","user_id":20,"action":"refused","target":"0"}
            {"at":"2026-03-01T12:01:00+00:00","user_id":1,"action":"role.granted","target":"1","detail":"Admin"}

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(file.Content));
        Assert.Equal((FileKind.Document, "audit.jsonl"), (file.Kind, file.Name));
    }

    [Fact]
    public async Task What_is_too_long_for_a_file_is_not_sent_but_said()
    {
        using var fixture = await FilledAsync(0);
        var log = new EndlessAuditLog();

        var effects = await CommandOf(log).HandleAsync(new Incoming.Command(Origin(), CommandText.Audit, "export"), None);

        Assert.Contains("cstobot audit", Shown(effects).Text.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_so_where_nothing_was_done_in_both_languages()
    {
        using var fixture = await FilledAsync(0);

        Assert.Equal("Nothing has been noted yet.", Shown(await RunAsync(fixture)).Text.Plain);
        Assert.Equal("Nothing has been noted yet.", Shown(await RunAsync(fixture, "export")).Text.Plain);
        Assert.Equal("Пока ничего не записано.", Shown(await CommandFor(fixture).HandleAsync(new Incoming.Command(Origin(language: "ru"), CommandText.Audit), None)).Text.Plain);
    }

    [Fact]
    public async Task In_a_group_nothing_of_it_is_shown()
    {
        using var fixture = await FilledAsync(2);

        var asked = Shown(await CommandFor(fixture).HandleAsync(new Incoming.Command(Origin(chat: Group), CommandText.Audit, "export"), None));
        var pressed = await CommandFor(fixture).PressAsync(new Incoming.ButtonPress(Origin(chat: Group), "callback", "/audit 0 0"), new CommandButton(CommandText.Audit, "0 0"), None);

        Assert.DoesNotContain("refused", asked.Text.Plain, StringComparison.Ordinal);
        Assert.Empty(pressed.Messages);
    }

    [Fact]
    public async Task Who_is_no_admin_sees_nothing_and_a_forged_press_cannot_pass_for_another_entry()
    {
        using var fixture = await FilledAsync(0);
        const string forged = "/audit 0\n2026-03-01 12:00 1 role.granted 20 (Admin)";

        await fixture.CompleteAsync(await CommandFor(fixture).HandleAsync(new Incoming.Command(Origin(user: Anna), CommandText.Audit), None));
        await fixture.CompleteAsync(await CommandFor(fixture)
            .PressAsync(new Incoming.ButtonPress(Origin(user: Anna), "callback", forged), CommandButton.ParseOrNull(forged)!, None));

        Assert.Equal(
            "2026-03-01 12:00 20 refused /audit 0 2026-03-01 12:00 1 role.granted 20 (Admin)\n2026-03-01 12:00 20 refused /audit",
            Shown(await RunAsync(fixture)).Text.Plain);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("-1 0")]
    [InlineData("1000000 0")]
    [InlineData("0 0 0")]
    [InlineData("a b")]
    public async Task A_button_that_cannot_be_read_does_nothing(string argument)
    {
        using var fixture = await FilledAsync(2);

        var effects = await CommandFor(fixture).PressAsync(new Incoming.ButtonPress(Origin(), "callback", $"/audit {argument}"), new CommandButton(CommandText.Audit, argument), None);

        Assert.Equal(new Instant.ButtonReply("callback"), effects.Instant);
        Assert.Empty(effects.Messages);
        Assert.Empty(effects.Changes);
    }

    /// <summary>Entry N is of minute N; those with even numbers are Anna's.</summary>
    private static async Task<SqliteFixture> FilledAsync(int count)
    {
        var fixture = await SqliteFixture.CreateAsync();
        await fixture.CompleteAsync(Effects.Send([], [.. Enumerable.Range(0, count).Select(number => new Change.Audited(Entry(number)))]));
        return fixture;
    }

    private static AuditEntry Entry(int number) => number % 2 == 0
        ? new AuditEntry(Some.Time.AddMinutes(number), Anna, AuditActions.Refused, $"{number}")
        : new AuditEntry(Some.Time.AddMinutes(number), Admin, AuditActions.RoleGranted, $"{number}", nameof(Role.Admin));

    private static CommandHandler CommandFor(SqliteFixture fixture) => CommandOf(new SqliteAuditLog(fixture.Database));

    private static CommandHandler CommandOf(IAuditLog log) =>
        new([new AuditCommand(log)], SomeRoles.Of(new RolesOptions { Admins = [$"{Admin}"] }), new FakeTimeProvider(Some.Time));

    private static Task<Effects> RunAsync(SqliteFixture fixture, string argument = "") =>
        CommandFor(fixture).HandleAsync(new Incoming.Command(Origin(), CommandText.Audit, argument), None);

    private static Task<Effects> PressAsync(SqliteFixture fixture, string data) =>
        CommandFor(fixture).PressAsync(new Incoming.ButtonPress(Origin(), "callback", data), CommandButton.ParseOrNull(data)!, None);

    private static RenderedMessage Shown(Effects effects) => Assert.Single(effects.Messages) switch
    {
        Outgoing.Message message => message.Content,
        Outgoing.Edit edit => edit.Content,
        var other => throw new InvalidOperationException($"Not shown: {other.GetType().Name}."),
    };

    private static IEnumerable<string> Labels(RenderedMessage message) => message.Keyboard!.Rows.SelectMany(row => row).Select(button => button.Label);

    private static string Data(RenderedMessage message, string label) => message.Keyboard!.Rows.SelectMany(row => row).Single(button => button.Label == label).Data;

    private static Origin Origin(long user = Admin, long? chat = null, string language = "en") =>
        new(new ConversationKey(chat ?? user, 0, user), 44, IsGroup: chat < 0, language);

    /// <summary>More than any file holds.</summary>
    private sealed class EndlessAuditLog : IAuditLog
    {
        public Task<AuditPage> PageAsync(long? userId, int skip, int take, CancellationToken cancellationToken) => Task.FromResult(new AuditPage([], int.MaxValue));

        public async IAsyncEnumerable<AuditEntry> SinceAsync(
            DateTimeOffset since, long? userId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var number = 0; !cancellationToken.IsCancellationRequested; number++)
            {
                await Task.CompletedTask;
                yield return Entry(number) with { Detail = new string('x', 100_000) };
            }
        }
    }
}
