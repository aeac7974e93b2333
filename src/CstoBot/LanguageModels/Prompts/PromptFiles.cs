using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>The two files of one prompt as an admin wrote them, checked for what can be seen without rendering.</summary>
/// <param name="Hash">The first 12 hexadecimal digits of SHA-256 over both.</param>
internal sealed record PromptFiles(string Folder, string Template, string Hash)
{
    public const string TemplateName = "skprompt.txt";
    public const string ConfigName = "config.json";

    private const int MaxBytes = 32 * 1024;

    // Semantic Kernel's own: it encodes whatever it inserts. Others can insert text as it is.
    private const string Format = "semantic-kernel";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public string TemplatePath => Path.Combine(Folder, TemplateName);

    /// <exception cref="StartupException">They cannot be used; the message is one line that names the file.</exception>
    public static PromptFiles Read(string folder)
    {
        var (templatePath, configPath) = (Path.Combine(folder, TemplateName), Path.Combine(folder, ConfigName));
        var (template, config) = (ReadText(templatePath), ReadText(configPath));
        CheckTemplate(templatePath, template);
        CheckConfig(configPath, config);
        CheckMeaning(configPath, config);
        return new PromptFiles(folder, template, Convert.ToHexStringLower(SHA256.HashData(Strict.GetBytes($"{template}\0{config}")))[..12]);
    }

    private static void CheckTemplate(string path, string template)
    {
        if (string.IsNullOrWhiteSpace(template))
        {
            throw Fault(path, "it is empty");
        }

        if (!XmlText.IsAllowed(template))
        {
            throw Fault(path, "it holds a control character, which would make one message of the user of the whole prompt");
        }

        if (template.Contains("{{{", StringComparison.Ordinal))
        {
            throw Fault(path, "\"{{{\" inserts text unescaped: write {{$name}}");
        }

        if (template.Contains("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            throw Fault(path, "CDATA is not allowed: what is inserted there arrives encoded");
        }
    }

    private static void CheckConfig(string path, string config)
    {
        try
        {
            using var json = JsonDocument.Parse(config);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Fault(path, "it must hold a JSON object");
            }

            CheckProperties(path, json.RootElement);
            if (Find(json.RootElement, "template_format") is { } format && !(format.ValueKind == JsonValueKind.String && format.GetString() == Format))
            {
                throw Fault(path, $"template_format must be \"{Format}\", or left out: other formats can insert text unescaped");
            }
        }
        catch (JsonException exception)
        {
            throw Fault(path, $"it is not well-formed JSON (line {exception.LineNumber + 1})");
        }
    }

    private static void CheckMeaning(string path, string config)
    {
        try
        {
            PromptTemplateConfig.FromJson(config);
        }
        catch (Exception exception) when (exception is ArgumentException or JsonException or NotSupportedException or InvalidOperationException)
        {
            throw Fault(path, $"it is no configuration of a prompt: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <summary>Everywhere, as a prompt and each of its variables can have the flag. The reader of Semantic Kernel looks at no case, nor do we.</summary>
    private static void CheckProperties(string path, JsonElement json)
    {
        foreach (var value in json.ValueKind switch
        {
            JsonValueKind.Object => json.EnumerateObject().Select(property => Checked(path, property)),
            JsonValueKind.Array => json.EnumerateArray(),
            _ => [],
        })
        {
            CheckProperties(path, value);
        }
    }

    private static JsonElement Checked(string path, JsonProperty property) =>
        property.Name.Replace("_", "", StringComparison.Ordinal).Equals("allowDangerouslySetContent", StringComparison.OrdinalIgnoreCase)
            ? throw Fault(path, $"{property.Name} is not allowed: text from outside could become a message of its own")
            : property.Value;

    private static JsonElement? Find(JsonElement json, string name) => json.EnumerateObject()
        .Where(property => property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(property => (JsonElement?)property.Value)
        .LastOrDefault();

    private static string ReadText(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw Fault(path, "it is missing");
            }

            if (file.Length > MaxBytes)
            {
                throw Fault(path, $"it is larger than {MaxBytes / 1024} KB");
            }

            return Strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw Fault(path, "it is not UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, $"it cannot be read: {exception.Message}");
        }
    }

    public static StartupException Fault(string path, string reason) => new($"The prompt {path} cannot be used: {reason}.");
}
