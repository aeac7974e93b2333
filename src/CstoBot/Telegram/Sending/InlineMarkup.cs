using Telegram.Bot.Types.Enums;
using Telegram.Bot.Types.InlineQueryResults;
using Telegram.Bot.Types;

namespace CstoBot.Telegram.Sending;

/// <summary>Our inline results as Telegram takes them.</summary>
internal static class InlineMarkup
{
    public static InlineQueryResult ToResult(this InlineResult result) => new InlineQueryResultArticle
    {
        Id = result.Id,
        Title = result.Title,
        Description = result.Description,
        InputMessageContent = new InputTextMessageContent
        {
            MessageText = result.Message.Text.Html,
            ParseMode = ParseMode.Html,
            LinkPreviewOptions = new LinkPreviewOptions { IsDisabled = true },
        },
        ReplyMarkup = result.Message.Keyboard?.ToMarkup(),
    };

    public static InlineQueryResultsButton ToButton(this InlineStart start) => new() { Text = start.Label, StartParameter = start.Payload };
}
