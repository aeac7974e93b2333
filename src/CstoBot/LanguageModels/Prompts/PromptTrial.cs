using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CstoBot.LanguageModels.Prompts;

/// <summary>Renders a prompt the way it will be rendered, up to the model, and looks at what would be sent.</summary>
internal sealed class PromptTrial : IPromptRenderFilter, IDisposable
{
    private readonly CapturingClient sent = new();
    private readonly Kernel kernel;
    private readonly KernelFunction function;
    private readonly PromptFiles files;
    private readonly PromptRules rules;
    private string rendered = string.Empty;

    private PromptTrial(KernelFunction function, PromptFiles files, PromptRules rules)
    {
        (this.function, this.files, this.rules) = (function, files, rules);
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatClient>(sent);
        builder.Services.AddSingleton<IPromptRenderFilter>(this);
        kernel = builder.Build();
    }

    /// <returns>The roles of the prompt's messages.</returns>
    /// <exception cref="StartupException">It is not safe, or not made for what it is given; the message is one line that names the file.</exception>
    public static async Task<IReadOnlyList<ChatRole>> RunAsync(KernelFunction function, PromptFiles files, PromptRules rules)
    {
        using var trial = new PromptTrial(function, files, rules);
        trial.CheckVariables();
        var roles = await trial.TryPlainAsync();
        await trial.TryHostileAsync(roles);
        return roles;
    }

    public async Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        await next(context);
        rendered = context.RenderedPrompt ?? string.Empty;
    }

    public void Dispose() => sent.Dispose();

    private void CheckVariables()
    {
        var unknown = function.Metadata.Parameters.Select(parameter => parameter.Name).Except(rules.Variables, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw Fault($"there is no variable {{{{${unknown}}}}}: there are {string.Join(", ", rules.Variables)}");
        }
    }

    private async Task<IReadOnlyList<ChatRole>> TryPlainAsync()
    {
        var messages = await RenderAsync(variable => TrialArguments.Plain(variable));
        CheckMarkup();
        var roles = messages.Select(message => message.Role).ToList();
        if (roles.Count < 2 || roles[0] != ChatRole.System || roles[^1] != ChatRole.User || roles[1..].Exists(role => role != ChatRole.User && role != ChatRole.Assistant))
        {
            throw Fault($"its messages must be one of the system and then of the user or of the user and the assistant, the user's last, and are: {string.Join(", ", roles)}");
        }

        foreach (var variable in rules.Variables)
        {
            CheckPlace(variable, messages);
        }

        return roles;
    }

    private void CheckPlace(string variable, IReadOnlyList<ChatMessage> messages)
    {
        var word = TrialArguments.Plain(variable);
        if (!messages.Any(message => message.Text.Contains(word, StringComparison.Ordinal)))
        {
            throw Fault($"the variable {{{{${variable}}}}} is missing");
        }

        if (!rules.Words.Contains(variable) && messages[0].Text.Contains(word, StringComparison.Ordinal))
        {
            throw Fault($"the variable {{{{${variable}}}}} must not stand in the system's message: it holds text from outside");
        }
    }

    /// <summary>Message blocks and nothing else, each of nothing but text.</summary>
    private void CheckMarkup()
    {
        try
        {
            foreach (var node in XElement.Parse($"<prompt>{rendered}</prompt>", LoadOptions.PreserveWhitespace).Nodes())
            {
                if (node is not (XElement { Name.LocalName: "message" } or XText) || node is XText text && !string.IsNullOrWhiteSpace(text.Value))
                {
                    throw Fault("there is something outside of its <message role=\"…\"> blocks, which would not be sent");
                }

                if (node is XElement message && (message.Nodes().Any(part => part is not XText) || message.Attributes().Any(attribute => attribute.Name != "role")))
                {
                    throw Fault("a <message> may hold nothing but text, and have nothing but its role; write &lt; for <");
                }
            }
        }
        catch (XmlException exception)
        {
            throw Fault($"its messages are not well-formed (line {exception.LineNumber}); write &lt; for < and &amp; for &");
        }
    }

    private async Task TryHostileAsync(IReadOnlyList<ChatRole> roles)
    {
        foreach (var hostile in TrialArguments.Hostile)
        {
            await TryHostileAsync(_ => hostile, roles);
        }

        foreach (var variable in rules.Variables)
        {
            await TryHostileAsync(name => name == variable ? TrialArguments.Hostile[0] : TrialArguments.Plain(name), roles);
        }
    }

    private async Task TryHostileAsync(Func<string, string> value, IReadOnlyList<ChatRole> roles)
    {
        var messages = await RenderAsync(value);
        if (!messages.Select(message => message.Role).SequenceEqual(roles)
            || rules.Variables.Any(variable => !messages.Any(message => Normal(message.Text).Contains(Normal(XmlText.Strip(value(variable))), StringComparison.Ordinal))))
        {
            throw Fault("text that it is given does not arrive as it is: it could become a message of its own");
        }
    }

    /// <summary>Line ends and blanks around a message are XML's own business.</summary>
    private static string Normal(string text) => text.ReplaceLineEndings("\n").Trim();

    private async Task<IReadOnlyList<ChatMessage>> RenderAsync(Func<string, string> value)
    {
        var arguments = new KernelArguments();
        foreach (var variable in rules.Variables)
        {
            arguments[variable] = XmlText.Strip(value(variable));
        }

        try
        {
            await foreach (var _ in function.InvokeStreamingAsync(kernel, arguments, CancellationToken.None))
            {
                // Nothing is said in a trial.
            }

            return sent.Messages;
        }
        catch (Exception exception)
        {
            // Whatever it is, the template has brought it about: each block of it may fail in its own way.
            throw Fault($"it cannot be rendered: {exception.Message.ReplaceLineEndings(" ")}");
        }
    }

    private StartupException Fault(string reason) => PromptFiles.Fault(files.TemplatePath, reason);
}
