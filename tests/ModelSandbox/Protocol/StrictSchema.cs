using System.Collections.Frozen;
using System.Text.Json;

namespace ModelSandbox.Protocol;

/// <summary>The subset of JSON Schema that strict structured output takes: objects are closed and all their properties required.</summary>
internal static class StrictSchema
{
    /// <summary>OpenAI's limits on nesting and on the number of properties.</summary>
    private const int MaxDepth = 10;
    private const int MaxProperties = 5_000;

    private static readonly FrozenSet<string> Keywords = new[]
    {
        "type", "properties", "required", "additionalProperties", "items", "enum", "const", "anyOf", "$ref", "$defs", "definitions",
        "description", "title", "pattern", "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems",
    }.ToFrozenSet();

    /// <summary>One of these says what a value may be.</summary>
    private static readonly FrozenSet<string> Forms = FrozenSet.Create("type", "anyOf", "$ref", "enum", "const");

    private static readonly FrozenSet<string> Types = FrozenSet.Create("object", "array", "string", "number", "integer", "boolean", "null");

    public static string? ProblemOrNull(JsonElement schema)
    {
        if (schema.ValueKind != JsonValueKind.Object || !IsOfType(schema, "object") || schema.TryGetProperty("anyOf", out _))
        {
            return "schema must be of type 'object' at its root";
        }

        var properties = 0;
        return Problem(schema, "root", depth: 1, ref properties);
    }

    private static string? Problem(JsonElement schema, string path, int depth, ref int properties)
    {
        if (schema.ValueKind != JsonValueKind.Object)
        {
            return $"{path} must be a schema";
        }

        if (depth > MaxDepth)
        {
            return $"{path} is nested too deep";
        }

        if (schema.EnumerateObject().FirstOrDefault(keyword => !Keywords.Contains(keyword.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } unknown)
        {
            return $"{path}: '{unknown.Name}' is not permitted";
        }

        return ProblemOfType(schema, path) ?? ProblemOfObject(schema, path, ref properties) ?? ProblemBelow(schema, path, depth, ref properties);
    }

    private static string? ProblemOfType(JsonElement schema, string path)
    {
        var hasForm = Forms.Any(name => schema.TryGetProperty(name, out _));
        return !hasForm ? $"{path}: schema must have a 'type' key"
            : TypesOf(schema).FirstOrDefault(type => !Types.Contains(type)) is { } unknown ? $"{path}: '{unknown}' is not a type"
            : IsOfType(schema, "array") && !schema.TryGetProperty("items", out _) ? $"{path}: array schema missing items"
            : null;
    }

    private static string? ProblemOfObject(JsonElement schema, string path, ref int properties)
    {
        if (!IsOfType(schema, "object"))
        {
            return null;
        }

        if (!schema.TryGetProperty("additionalProperties", out var additional) || additional.ValueKind != JsonValueKind.False)
        {
            return $"{path}: 'additionalProperties' is required to be supplied and to be false";
        }

        var names = schema.TryGetProperty("properties", out var declared) && declared.ValueKind == JsonValueKind.Object
            ? declared.EnumerateObject().Select(property => property.Name).ToHashSet() : [];
        var required = schema.TryGetProperty("required", out var listed) && listed.ValueKind == JsonValueKind.Array
            ? listed.EnumerateArray().Select(name => name.ToString()).ToHashSet() : [];
        properties += names.Count;
        return properties > MaxProperties ? "too many properties"
            : names.SetEquals(required) ? null
            : $"{path}: 'required' is required to be supplied and to be an array including every key in properties";
    }

    private static string? ProblemBelow(JsonElement schema, string path, int depth, ref int properties)
    {
        foreach (var (name, below) in Below(schema))
        {
            if (Problem(below, $"{path}.{name}", depth + 1, ref properties) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static IEnumerable<(string Name, JsonElement Schema)> Below(JsonElement schema)
    {
        foreach (var keyword in schema.EnumerateObject())
        {
            switch (keyword.Name)
            {
                case "items":
                    yield return (keyword.Name, keyword.Value);
                    break;
                case "properties" or "$defs" or "definitions" when keyword.Value.ValueKind == JsonValueKind.Object:
                    foreach (var property in keyword.Value.EnumerateObject())
                    {
                        yield return (property.Name, property.Value);
                    }

                    break;
                case "anyOf" when keyword.Value.ValueKind == JsonValueKind.Array:
                    foreach (var choice in keyword.Value.EnumerateArray())
                    {
                        yield return (keyword.Name, choice);
                    }

                    break;
            }
        }
    }

    private static bool IsOfType(JsonElement schema, string type) => TypesOf(schema).Contains(type);

    private static IEnumerable<string> TypesOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out var type) ? []
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(one => one.ToString())
        : [type.ToString()];
}
