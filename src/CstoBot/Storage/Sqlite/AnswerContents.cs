using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CstoBot.Answering;
using Microsoft.Data.Sqlite;

namespace CstoBot.Storage.Sqlite;

/// <summary>What answers say, with their citations and passages: kept once for all who get the same answer.</summary>
internal static class AnswerContents
{
    /// <summary>Condition on a row of answer_contents: nothing refers to it any more.</summary>
    public const string IsUnused = """
        NOT EXISTS (SELECT 1 FROM answers WHERE content_id = answer_contents.id)
        AND NOT EXISTS (SELECT 1 FROM case_drafts WHERE content_id = answer_contents.id)
        AND NOT EXISTS (SELECT 1 FROM curated WHERE content_id = answer_contents.id)
        """;

    // Popular questions get one and the same answer, which is written out once.
    private static readonly ConditionalWeakTable<Answer, Written> Known = [];

    /// <returns>The row's id.</returns>
    public static long Add(SqliteConnection connection, Answer answer)
    {
        var written = Known.GetValue(answer, Written.Of);
        return connection.Ask("SELECT id FROM answer_contents WHERE hash = $1", written.Hash)
            ?? connection.Ask("INSERT INTO answer_contents (hash, json) VALUES ($1, $2) RETURNING id", written.Hash, written.Json)
            ?? throw new InvalidOperationException("An insert returned no id.");
    }

    public static Answer Read(string json) =>
        JsonSerializer.Deserialize(json, AnswerJson.Default.Answer) ?? throw new JsonException("A stored answer is null.");

    private sealed record Written(string Hash, string Json)
    {
        public static Written Of(Answer answer)
        {
            var json = JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);
            return new Written(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(json))), json);
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Answer))]
internal sealed partial class AnswerJson : JsonSerializerContext;
