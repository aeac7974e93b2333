using System.Text.Json;

namespace CstoBot.Cli;

/// <summary>What a line of input calls itself, to be written on its line of output as it was given: a text, a number, or null.</summary>
/// <param name="Text">Of a number its digits as they stood; null when there is no id.</param>
internal readonly record struct LineId(string? Text, bool IsNumber = false)
{
    public static implicit operator LineId(string? text) => new(text);

    /// <summary>None where the line has no id, or one of another sort.</summary>
    /// <exception cref="InvalidOperationException">The id is no valid Unicode.</exception>
    public static LineId Of(JsonElement line) => line.TryGetProperty("id", out var id)
        ? id.ValueKind switch
        {
            JsonValueKind.String => new LineId(id.GetString()),
            JsonValueKind.Number => new LineId(id.GetRawText(), IsNumber: true),
            _ => default,
        }
        : default;

    public void Write(Utf8JsonWriter json)
    {
        json.WritePropertyName("id");
        if (IsNumber && Text is not null)
        {
            json.WriteRawValue(Text);
        }
        else
        {
            json.WriteStringValue(Text);
        }
    }
}
