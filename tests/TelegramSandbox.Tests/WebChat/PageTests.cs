using System.Net;
using System.Text.RegularExpressions;

namespace TelegramSandbox.Tests.WebChat;

public sealed partial class PageTests
{
    [Fact]
    public async Task The_page_and_all_it_refers_to_are_served()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var page = await GetAsync(sandbox, "");

        var files = References().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            Assert.NotEmpty(await GetAsync(sandbox, file));
        }
    }

    [Fact]
    public async Task Modules_import_only_files_that_are_there()
    {
        await using var sandbox = await StartedSandbox.NewAsync();
        var pending = new Queue<string>(["app.js"]);
        var seen = new HashSet<string>();
        while (pending.TryDequeue(out var file))
        {
            if (seen.Add(file))
            {
                foreach (Match match in Imports().Matches(await GetAsync(sandbox, file)))
                {
                    pending.Enqueue(match.Groups[1].Value);
                }
            }
        }

        Assert.Contains("entities.js", seen);
    }

    [Fact]
    public async Task The_page_never_turns_text_into_markup()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        foreach (var file in new[] { "app.js", "messages.js", "entities.js", "composer.js", "chats.js", "menus.js", "dom.js" })
        {
            Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacentHTML|document\\.write|eval\\(", await GetAsync(sandbox, file));
        }
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await sandbox.Http.GetAsync(sandbox.Server.Address, StartedSandbox.Cancelled);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("nothing.js")]
    [InlineData("../appsettings.json")]
    [InlineData("%2e%2e/x")]
    public async Task Other_files_are_not_served(string path)
    {
        await using var sandbox = await StartedSandbox.NewAsync();

        using var response = await sandbox.Http.GetAsync(new Uri(sandbox.Server.Address, path), StartedSandbox.Cancelled);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Task<string> GetAsync(StartedSandbox sandbox, string file) =>
        sandbox.Http.GetStringAsync(new Uri(sandbox.Server.Address, file), StartedSandbox.Cancelled);

    [GeneratedRegex("(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex References();

    [GeneratedRegex("from \"\\./([^\"]+)\"")]
    private static partial Regex Imports();
}
