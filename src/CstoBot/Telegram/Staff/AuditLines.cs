using System.Text.Json;
using System.Text.Json.Serialization;

namespace CstoBot.Telegram.Staff;

/// <summary>An entry of the audit log as a line of JSON.</summary>
internal static class AuditLines
{
    public static string Write(AuditEntry entry) => JsonSerializer.Serialize(entry, AuditJson.Default.AuditEntry);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(AuditEntry))]
internal sealed partial class AuditJson : JsonSerializerContext;
