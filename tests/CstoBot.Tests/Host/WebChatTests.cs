using CstoBot.Tests.Fakes;
using Microsoft.Playwright;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>What a newcomer does first: starts the program, opens the page it names, asks, and reads the passage behind a citation.</summary>
public sealed class WebChatTests
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    [Theory]
    [InlineData(Desktop, "Which countries are members of the CSTO?", "Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan")]
    [InlineData(Phone, "Кто генеральный секретарь ОДКБ?", "Imangali Tasmagambetov")]
    public async Task A_person_asks_in_the_browser_and_reads_the_cited_passage(int width, string question, string expected)
    {
        using var program = await RunningProgram.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        var page = await OpenAsync(browser, program.Address, width, faults);

        await page.Locator("#start-button").ClickAsync();
        await FromBot(page).First.WaitForAsync();
        await page.Locator("#message-input").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
        await FromBot(page).Filter(new LocatorFilterOptions { HasText = expected }).WaitForAsync();
        await page.Locator(".inline-button").First.ClickAsync();
        await FromBot(page).Filter(new LocatorFilterOptions { Has = page.Locator("u") }).WaitForAsync();

        Assert.Contains(expected, await FromBot(page).Last.Locator("u").First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.Empty(faults);
    }

    [Fact]
    public async Task In_a_group_the_bot_answers_who_mentions_it_and_nobody_else()
    {
        using var program = await RunningProgram.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await OpenAsync(browser, program.Address, Desktop, []);

        await page.Locator("[data-persona=moderator]").ClickAsync();
        await page.Locator("[data-chat=group]").ClickAsync();
        await SayAsync(page, "Who is the Secretary General of the CSTO?");
        await SayAsync(page, "@cstobot_sandbox_bot Which countries are members of the CSTO?");
        await FromBot(page).First.WaitForAsync();

        Assert.Contains("Tajikistan", await FromBot(page).First.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await FromBot(page).CountAsync());
    }

    [Fact]
    public async Task A_link_to_the_bot_in_a_group_leads_into_the_private_chat()
    {
        using var program = await RunningProgram.StartAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await OpenAsync(browser, program.Address, Desktop, []);

        await page.Locator("[data-chat=group]").ClickAsync();
        await SayAsync(page, "/forget@cstobot_sandbox_bot");
        await page.Locator("a.inline-button").ClickAsync();
        await FromBot(page).Filter(new LocatorFilterOptions { HasText = "Nothing of yours is stored." }).WaitForAsync();

        Assert.Equal(1, await page.Locator(".message[data-from=me]").Filter(new LocatorFilterOptions { HasText = "/start forget" }).CountAsync());
    }

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task A_person_reads_an_answer_while_it_is_written_and_stops_it(int width)
    {
        await using var bot = await BotFixture.StartAsync();
        var answer = new WrittenAnswer(bot.Answerer);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var faults = new List<string>();
        var page = await OpenAsync(browser, bot.Sandbox.Address, width, faults);
        bot.Sandbox.Send(bot.Sandbox.User, bot.Private, "Which countries are members?");
        var preview = page.Locator(".message.preview");

        await answer.TellAsync("“The CSTO unites Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan.”");
        await preview.Filter(new LocatorFilterOptions { HasText = "Tajikistan.” [1]" }).WaitForAsync();
        await answer.TellAsync("“The CSTO unites Armenia, Belarus, Kazakhstan, Kyrgyzstan, Russia and Tajikistan.”", "“The Collective Security Treaty was signed in Tashkent on 15 May 1992.”");
        await preview.Filter(new LocatorFilterOptions { HasText = "1992.” [2]" }).WaitForAsync();
        Assert.Equal(width, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await preview.Locator("button.stop").ClickAsync();
        await FromBot(page).Filter(new LocatorFilterOptions { HasText = "[2] A report" }).WaitForAsync();

        Assert.Equal(0, await preview.CountAsync());
        Assert.Empty(faults);
    }

    private static async Task<IPage> OpenAsync(IBrowser browser, Uri address, int width, List<string> faults)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = width, Height = 844 } });
        page.SetDefaultTimeout((float)BotFixture.Patience.TotalMilliseconds);
        page.PageError += (_, error) => faults.Add(error);
        page.Console += (_, message) => faults.AddRange(message.Type == "error" ? [message.Text] : []);
        await page.GotoAsync(address.AbsoluteUri);
        return page;
    }

    private static async Task SayAsync(IPage page, string text)
    {
        await page.Locator("#message-input").FillAsync(text);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".message[data-from=me]").Filter(new LocatorFilterOptions { HasText = text }).WaitForAsync();
    }

    private static ILocator FromBot(IPage page) => page.Locator(".message[data-from=bot]");
}
