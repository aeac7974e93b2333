using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ModelSandbox.Prompts;

namespace ModelSandbox.Protocol;

/// <summary>Reads <c>response_format</c>.</summary>
internal static partial class ResponseFormatReader
{
    private static readonly FrozenSet<string> SchemaFields = FrozenSet.Create("name", "description", "schema", "strict");

    public static ResponseFormat Read(RequestFields request, IReadOnlyList<ChatMessage> messages, ModelServerOptions options)
    {
        if (request.ObjectOrNull("response_format") is not { } format)
        {
            return new ResponseFormat("text", null, null, false);
        }

        var kind = format.Text("type");
        return kind switch
        {
            "text" => Plain(format, kind),
            "json_object" when messages.Any(message => message.Text.Contains("json", StringComparison.OrdinalIgnoreCase)) => Plain(format, kind),
            "json_object" => throw new ApiRefusal(
                400, "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.", parameter: "messages"),
            "json_schema" when options.SupportsSchema => Schema(format),
            "json_schema" => throw new ApiRefusal(
                400, "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.", parameter: "response_format"),
            _ => throw new ApiRefusal(
                400, $"Invalid value: '{kind}'. Supported values are: 'json_object', 'json_schema', and 'text'.", parameter: "response_format.type", code: "invalid_value"),
        };
    }

    private static ResponseFormat Plain(RequestFields format, string kind)
    {
        format.AllowOnly(FrozenSet.Create("type"));
        return new ResponseFormat(kind, null, null, false);
    }

    private static ResponseFormat Schema(RequestFields format)
    {
        format.AllowOnly(FrozenSet.Create("type", "json_schema"));
        var definition = new RequestFields(format.Any("json_schema"), format.PathOf("json_schema"));
        definition.AllowOnly(SchemaFields);
        definition.TextOrNull("description");
        var name = definition.Text("name");
        if (!SchemaName().IsMatch(name))
        {
            throw new ApiRefusal(400, "Invalid 'response_format.json_schema.name': string does not match pattern.", parameter: "response_format.json_schema.name", code: "invalid_value");
        }

        var schema = definition.Any("schema");
        var isStrict = definition.Flag("strict");
        if (isStrict && StrictSchema.ProblemOrNull(schema) is { } problem)
        {
            throw new ApiRefusal(400, $"Invalid schema for response_format '{name}': {problem}.", parameter: "response_format", code: "invalid_json_schema");
        }

        return new ResponseFormat("json_schema", name, schema, isStrict);
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,64}$")]
    private static partial Regex SchemaName();
}
