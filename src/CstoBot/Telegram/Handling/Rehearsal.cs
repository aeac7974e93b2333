using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Retrieval;
using CstoBot.Telegram.Receiving;
using CstoBot.Telegram.Rendering;
using CstoBot.Telegram.Sending;
using Telegram.Bot.Requests;
using Telegram.Bot.Types;
using Telegram.Bot.Types.Enums;

namespace CstoBot.Telegram.Handling;

/// <summary>
/// Goes through the path of a question once before anyone waits for it: the first run of a path costs its compilation,
/// several hundred milliseconds. The question is the opening of the first document; nothing is stored and nothing sent.
/// </summary>
internal sealed class Rehearsal(
    IAnswerer answerer,
    IFollowUps followUps,
    CurrentIndex index,
    IConversationHistory history,
    IAnswerStore answers,
    IChatSettings settings,
    IAskedQuestions asked,
    TelegramConnection connection)
{
    private const string Update = """
        {"update_id":1,"message":{"message_id":1,"date":1700000000,"text":"?","from":{"id":1,"is_bot":false,"first_name":"A","language_code":"en"},
        "chat":{"id":1,"type":"private","first_name":"A"},"entities":[{"type":"bold","offset":0,"length":1}]}}
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (ReadUpdate.TryFrom(new ReceivedUpdate(new UpdateKey(connection.Bot.Id, 1), Update), out var update, out _))
        {
            IncomingReader.Read(update.Update, connection.Bot);
        }

        await history.RecentAsync(default, 1, default, cancellationToken);
        await answers.LatestOrNullAsync(0, 0, cancellationToken);
        await settings.FindAsync(0, cancellationToken);
        await asked.TimesAsync(0, default, 1, cancellationToken);
        var question = Question();
        var outcome = await answerer.QuoteAsync(new Conversation(question, []), cancellationToken);
        var offered = await followUps.OfAsync(new StandaloneQuestion(question, Carried: null), outcome, cancellationToken);
        foreach (var message in OutcomeRenderer.Render(outcome, answerId: 1, offered))
        {
            Write(message);
        }
    }

    private string Question()
    {
        var document = index.Value.Chunks[0].Document;
        return document.Sections[0].Opening(document.Text);
    }

    private static void Write(RenderedMessage rendered)
    {
        var request = new SendMessageRequest { ChatId = 1, Text = rendered.Text.Html, ReplyMarkup = rendered.Keyboard?.ToMarkup() };
        JsonSerializer.Serialize(request, TelegramJson.Options);
        JsonSerializer.Serialize(new SendChatActionRequest { ChatId = 1, Action = ChatAction.Typing }, TelegramJson.Options);
        JsonSerializer.Deserialize<ApiResponse<Message>>("""{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}}""", TelegramJson.Options);
    }
}
