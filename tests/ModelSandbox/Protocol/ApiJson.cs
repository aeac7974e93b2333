using System.Text.Encodings.Web;
using System.Text.Json;

namespace ModelSandbox.Protocol;

/// <summary>JSON as model servers write it: characters beyond ASCII as they are.</summary>
internal static class ApiJson
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(object value) => JsonSerializer.Serialize(value, Options);

    public static string Error(string message, string type, string? parameter, string? code) =>
        Write(new { error = new { message, type, param = parameter, code } });
}
