using CstoBot.Retrieval.Dense;
using CstoBot.Storage;
using CstoBot.Telegram.Rendering;
using Microsoft.Extensions.Options;

namespace CstoBot.Telegram.Handling;

/// <summary>Says what is stored, for how long, and where texts go, as it is configured.</summary>
internal sealed class PrivacyCommand(IOptions<DataOptions> data, IOptions<EmbeddingsOptions> embeddings) : ICommand
{
    public IReadOnlyList<string> Names { get; } = [CommandText.Privacy];

    public Task<Effects> RunAsync(Incoming.Command command, CancellationToken cancellationToken)
    {
        var texts = CommandTexts.For(command.Origin.Language);
        var text = texts.Privacy(data.Value.RetentionDays);
        return Task.FromResult(Effects.Send(command.Origin.Reply(
            string.IsNullOrWhiteSpace(embeddings.Value.Endpoint) ? text : $"{text}\n\n{texts.EmbeddingsNotice}")));
    }
}
