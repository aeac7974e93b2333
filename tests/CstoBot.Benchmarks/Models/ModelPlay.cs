using ModelSandbox;
using ModelSandbox.Personas;
using ModelSandbox.Wire;

namespace CstoBot.Benchmarks.Models;

/// <summary>Plays a model for somebody who has none and wants to see what the bot makes of its answers.</summary>
internal static class ModelPlay
{
    public static async Task RunAsync(string name)
    {
        if (PersonaCatalogue.All.FirstOrDefault(persona => persona.Name == name) is not { } persona)
        {
            Console.WriteLine($"There are {string.Join(", ", PersonaCatalogue.All.Select(known => known.Name))}.");
            return;
        }

        await using var server = await ScriptedModelServer.StartAsync(null, CancellationToken.None);
        server.Play(persona).Deliver(Delivery.ByCharacters(40));
        Console.WriteLine($"Model__Endpoint={server.Address} Model__Key={server.Options.Key} Model__Name={server.Options.Models[0]}");
        var end = new TaskCompletionSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            end.TrySetResult();
        };
        await end.Task;
    }
}
