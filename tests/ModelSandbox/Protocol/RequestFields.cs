using System.Text.Json;

namespace ModelSandbox.Protocol;

/// <summary>The fields of a JSON object, read strictly: a wrong type or an unknown name is refused with its path.</summary>
internal sealed class RequestFields
{
    private readonly JsonElement json;
    private readonly string path;

    public RequestFields(JsonElement json, string path = "")
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "an object");
        }

        (this.json, this.path) = (json, path);
    }

    public void AllowOnly(IReadOnlySet<string> names)
    {
        if (json.EnumerateObject().Select(property => property.Name).FirstOrDefault(name => !names.Contains(name)) is { } unknown)
        {
            throw new ApiRefusal(400, $"Unknown parameter: '{PathOf(unknown)}'.", parameter: PathOf(unknown), code: "unknown_parameter");
        }
    }

    public string Text(string name) =>
        TextOrNull(name) ?? throw new ApiRefusal(400, $"Missing required parameter: '{PathOf(name)}'.", parameter: PathOf(name), code: "missing_required_parameter");

    public string? TextOrNull(string name) => Find(name) is not { } value ? null
        : value.ValueKind == JsonValueKind.String ? value.GetString()
        : throw Wrong(PathOf(name), "a string");

    public bool Flag(string name) => Find(name) is { } value
        && (value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw Wrong(PathOf(name), "a boolean"));

    public double? NumberOrNull(string name, double least, double most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var number = value.ValueKind == JsonValueKind.Number ? value.GetDouble() : throw Wrong(PathOf(name), "a number");
        return number >= least && number <= most ? number : throw OutOfRange(name, $"between {least} and {most}");
    }

    public int? WholeOrNull(string name, int least, int most)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        var number = value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var whole) ? whole : throw Wrong(PathOf(name), "an integer");
        return number >= least && number <= most ? number : throw OutOfRange(name, $"between {least} and {most}");
    }

    public RequestFields? ObjectOrNull(string name) => Find(name) is { } value ? new RequestFields(value, PathOf(name)) : null;

    public JsonElement Any(string name) =>
        Find(name) ?? throw new ApiRefusal(400, $"Missing required parameter: '{PathOf(name)}'.", parameter: PathOf(name), code: "missing_required_parameter");

    /// <summary>Null where the field is missing or null, which servers take as the same.</summary>
    public JsonElement? Find(string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static ApiRefusal Wrong(string path, string expected) =>
        new(400, $"Invalid type for '{path}': expected {expected}.", parameter: path, code: "invalid_type");

    private ApiRefusal OutOfRange(string name, string range) =>
        new(400, $"Invalid '{PathOf(name)}': expected a value {range}.", parameter: PathOf(name), code: "invalid_value");
}
