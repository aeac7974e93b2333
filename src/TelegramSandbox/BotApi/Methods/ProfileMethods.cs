using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TelegramSandbox.World;

namespace TelegramSandbox.BotApi.Methods;

/// <summary>What the bot tells about itself: its commands and descriptions.</summary>
internal static partial class ProfileMethods
{
    private const int MaxCommands = 100;
    private const int MaxCommandDescription = 256;
    private const int MaxDescription = 512;
    private const int MaxShortDescription = 120;

    private static readonly string[] Scopes =
        ["default", "all_private_chats", "all_group_chats", "all_chat_administrators", "chat", "chat_administrators", "chat_member"];

    public static JsonNode SetMyCommands(ApiRequest request)
    {
        if (request.Parameters.JsonOrNull("commands", "commands") is not JsonArray commands)
        {
            throw ApiRefusal.BadRequest("can't parse commands: expected an Array of BotCommand");
        }

        if (commands.Count > MaxCommands)
        {
            throw ApiRefusal.BadRequest("BOT_COMMANDS_TOO_MUCH");
        }

        request.World.Profile.Commands[Key(request)] = [.. commands.Select(Command)];
        request.World.Changes.Publish("commands", 0, true);
        return true;
    }

    public static JsonNode GetMyCommands(ApiRequest request) => new JsonArray(
    [
        .. request.World.Profile.Commands.GetValueOrDefault(Key(request), []).Select(command =>
            new JsonObject { ["command"] = command.Command, ["description"] = command.Description }),
    ]);

    public static JsonNode DeleteMyCommands(ApiRequest request)
    {
        request.World.Profile.Commands.Remove(Key(request));
        request.World.Changes.Publish("commands", 0, true);
        return true;
    }

    public static JsonNode SetMyDescription(ApiRequest request) =>
        Set(request, request.World.Profile.Descriptions, "description", MaxDescription);

    public static JsonNode GetMyDescription(ApiRequest request) =>
        Get(request, request.World.Profile.Descriptions, "description");

    public static JsonNode SetMyShortDescription(ApiRequest request) =>
        Set(request, request.World.Profile.ShortDescriptions, "short_description", MaxShortDescription);

    public static JsonNode GetMyShortDescription(ApiRequest request) =>
        Get(request, request.World.Profile.ShortDescriptions, "short_description");

    private static JsonNode Set(ApiRequest request, Dictionary<string, string> texts, string name, int most)
    {
        var text = request.Parameters.Text(name);
        if (text.Length > most)
        {
            throw ApiRefusal.BadRequest(name == "description" ? "description is too long" : "short description is too long");
        }

        texts[Language(request)] = text;
        request.World.Changes.Publish("commands", 0, true);
        return true;
    }

    private static JsonObject Get(ApiRequest request, Dictionary<string, string> texts, string name) =>
        new() { [name] = texts.GetValueOrDefault(Language(request)) ?? texts.GetValueOrDefault("", "") };

    private static MenuCommand Command(JsonNode? json)
    {
        var command = (json as JsonObject)?.TextOrNull("command")?.TrimStart('/') ?? "";
        var description = (json as JsonObject)?.TextOrNull("description")?.Trim() ?? "";
        if (!CommandName().IsMatch(command))
        {
            throw ApiRefusal.BadRequest("BOT_COMMAND_INVALID");
        }

        return description.Length is > 0 and <= MaxCommandDescription
            ? new MenuCommand(command, description)
            : throw ApiRefusal.BadRequest(description.Length == 0 ? "command description must be non-empty" : "BOT_COMMAND_DESCRIPTION_INVALID");
    }

    private static (CommandScope, string) Key(ApiRequest request)
    {
        var scope = request.Parameters.JsonOrNull("scope", "bot command scope") as JsonObject;
        var type = scope?.TextOrNull("type") ?? "default";
        return Scopes.Contains(type)
            ? (new CommandScope(type, scope?.NumberOrNull("chat_id") ?? 0, scope?.NumberOrNull("user_id") ?? 0), Language(request))
            : throw ApiRefusal.BadRequest("can't parse BotCommandScope: unsupported type specified");
    }

    private static string Language(ApiRequest request)
    {
        var code = request.Parameters.Text("language_code");
        return code.Length == 0 || (code.Length == 2 && code.All(char.IsAsciiLetterLower))
            ? code
            : throw ApiRefusal.BadRequest("invalid language code specified");
    }

    [GeneratedRegex("^[a-z0-9_]{1,32}$")]
    private static partial Regex CommandName();
}
