using System.Collections.Concurrent;
using ModelSandbox.Personas;
using ModelSandbox.Wire;

namespace ModelSandbox.Script;

/// <summary>The turns to come, by route, and what holds when there are none.</summary>
internal sealed class ReplyScript
{
    private readonly ConcurrentDictionary<ModelRoute, ConcurrentQueue<ScriptedTurn>> turns = new();
    private volatile IModelPersona? standing;
    private volatile ScriptedTurn always = new(Delivery: new Delivery());

    public void Stand(IModelPersona persona) => standing = persona;

    public void Stand(Delivery delivery) => always = always with { Delivery = delivery };

    /// <summary>A fault for every request without a turn of its own; null ends it.</summary>
    public void Stand(ModelFault? fault) => always = always with { Fault = fault };

    public void Add(ModelRoute route, ScriptedTurn turn) => turns.GetOrAdd(route, _ => new()).Enqueue(turn);

    /// <summary>The next turn, filled up; its persona is null where the test planned no request.</summary>
    public ScriptedTurn Take(ModelRoute route)
    {
        var all = always;
        var next = turns.TryGetValue(route, out var queue) && queue.TryDequeue(out var turn) ? turn : new ScriptedTurn(Fault: all.Fault);
        return next with { Persona = next.Persona ?? standing, Delivery = next.Delivery ?? all.Delivery };
    }
}
