using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using CstoBot.Tests.Fakes;
using Microsoft.Playwright;
using TelegramSandbox;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>What moderators do in the browser: look at pictures and documents, reply to the bot in their group, and play somebody who takes a message back or leaves.</summary>
public sealed class WebChatStaffTests
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task A_moderator_sees_a_picture_in_its_shape_and_a_document_with_its_size(int width)
    {
        await using var bot = await BotFixture.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        var page = await OpenAsync(browser, bot.Sandbox, "moderator/moderators", width, faults);
        var place = new ChatPlace(bot.Sandbox.ModeratorsChat.Id, 0, IsGroup: true);

        await bot.PutAsync(
            [
                new Outgoing.File(place, FileKind.Photo, "chart.png", SomePicture.Png(1_200, 600), new RenderedMessage(new MessageText("<b>Questions in May</b>", "Questions in May"), new Keyboard([[new Button("June", "x")]]))),
                new Outgoing.File(place, FileKind.Photo, "small.png", SomePicture.Png(120, 120)),
                new Outgoing.File(place, FileKind.Document, "decided cases of the last month, as an evaluation set.jsonl", new byte[2_000]),
            ]);
        await page.Locator("a.document").WaitForAsync();
        await page.WaitForFunctionAsync("[...document.querySelectorAll('img.photo')].every(picture => picture.naturalWidth > 0)");
        var box = (await page.Locator("img.photo").First.BoundingBoxAsync())!;
        var small = (await page.Locator("img.photo").Last.BoundingBoxAsync())!;
        var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator("a.document").ClickAsync());

        Assert.InRange(box.Width / box.Height, 1.98, 2.02);
        Assert.Equal((120f, 120f), (small.Width, small.Height));
        Assert.Contains("2.0 KB", await page.Locator("a.document").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("decided cases of the last month, as an evaluation set.jsonl", saved.SuggestedFilename);
        Assert.True(await page.EvaluateAsync<bool>("(s => s.scrollHeight - s.scrollTop - s.clientHeight < 2)(document.getElementById('scroller'))"));
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task Only_the_moderator_and_the_admin_see_their_group_and_the_bot_hears_a_reply_there()
    {
        await using var bot = await BotFixture.StartAsync();
        var group = bot.Sandbox.ModeratorsChat;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        var page = await OpenAsync(browser, bot.Sandbox, "user", Desktop, faults);
        await bot.PutAsync([new Outgoing.Message(new ChatPlace(group.Id, 0, IsGroup: true), RenderedMessage.From([Block.Paragraph("A case")])[0])]);
        await bot.WaitAsync(group, message => message.From.IsBot);

        Assert.Equal(0, await page.Locator("[data-chat=moderators]").CountAsync());
        await page.Locator("[data-persona=admin]").ClickAsync();
        Assert.Equal(1, await page.Locator("[data-chat=moderators]").CountAsync());
        await page.Locator("[data-persona=moderator]").ClickAsync();
        await page.Locator("[data-chat=moderators]").ClickAsync();
        await ChooseAsync(page, page.Locator(".message[data-from=bot]"), "Reply");
        await page.Locator("#message-input").FillAsync("Who is it?");
        await page.Keyboard.PressAsync("Enter");
        await bot.WaitAsync(group, message => message.Text.StartsWith("You asked: Who is it?", StringComparison.Ordinal));

        Assert.Equal("Who is it?", Assert.Single(bot.Answerer.Asked).Question);
        Assert.Empty(faults);
    }

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task A_person_takes_a_message_back_and_blocks_and_unblocks_the_bot(int width)
    {
        await using var bot = await BotFixture.StartAsync();
        await bot.AskAsync("Who?");
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        var page = await OpenAsync(browser, bot.Sandbox, "user/private", width, faults);

        await ChooseAsync(page, page.Locator(".message[data-from=me]"), "Delete");
        await page.Locator(".message[data-from=me]").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
        await page.Locator("#menu-button").ClickAsync();
        await page.Locator("#menu").GetByText("Stop and block the bot").ClickAsync();
        await page.Locator("#start-button").WaitForAsync();
        await page.Locator("#start-button").ClickAsync();
        await bot.WaitAsync(bot.Private, message => message.Text.StartsWith("Hello!", StringComparison.Ordinal));
        await page.Locator("#message-input").WaitForAsync();

        Assert.DoesNotContain(bot.Sandbox.Messages(bot.Private), message => message.Text == "Who?");
        Assert.Empty(faults);
    }

    private static async Task ChooseAsync(IPage page, ILocator message, string item)
    {
        await message.First.ClickAsync(new LocatorClickOptions { Button = MouseButton.Right });
        await page.Locator("#menu").GetByText(item, new LocatorGetByTextOptions { Exact = true }).ClickAsync();
    }

    /// <param name="start">Whom to play and which chat to open.</param>
    private static async Task<IPage> OpenAsync(IBrowser browser, SandboxServer sandbox, string start, int width, List<string> faults)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 844 } });
        page.SetDefaultTimeout((float)BotFixture.Patience.TotalMilliseconds);
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync($"{sandbox.Address.AbsoluteUri}#{start}");
        await page.Locator("#messages").WaitForAsync();
        return page;
    }
}
