using System.Text.Json;
using CstoBot.Answering;
using CstoBot.Conversations;
using CstoBot.Telegram.Handling;

namespace CstoBot.Storage.Sqlite;

/// <summary>An answer as it lies in the database.</summary>
internal sealed record AnswerRow(
    long Id,
    long ChatId,
    long Topic,
    long UserId,
    long QuestionMessageId,
    long Parts,
    string Language,
    string Question,
    string? Carried,
    string? Json,
    long HasMore,
    string? Suggestions)
{
    public const string Select = """
        SELECT answers.id AS Id, answers.chat_id AS ChatId, topic AS Topic, user_id AS UserId, question_message_id AS QuestionMessageId, parts AS Parts,
               language AS Language, question AS Question, carried AS Carried, json AS Json, has_more AS HasMore, suggestions AS Suggestions
        FROM answers LEFT JOIN answer_contents ON answer_contents.id = content_id
        """;

    public StoredAnswer ToAnswer()
    {
        var answer = Json is null ? null : AnswerContents.Read(Json);
        return new StoredAnswer(
            Id,
            ChatId,
            Enum.Parse<Language>(Language),
            new StandaloneQuestion(Question, Carried),
            answer?.Citations ?? [],
            new FollowUps(HasMore != 0, Suggestions is null ? [] : JsonSerializer.Deserialize(Suggestions, SuggestionsJson.Default.IReadOnlyListString) ?? []))
        {
            Answer = answer,
            Conversation = new ConversationKey(ChatId, (int)Topic, UserId),
            QuestionMessageId = (int)QuestionMessageId,
            Parts = (int)Parts,
        };
    }
}
