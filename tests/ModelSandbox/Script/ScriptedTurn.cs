using ModelSandbox.Personas;
using ModelSandbox.Wire;

namespace ModelSandbox.Script;

/// <summary>How one request is dealt with; what is null is as the server's standing persona and delivery have it.</summary>
internal sealed record ScriptedTurn(IModelPersona? Persona = null, ModelFault? Fault = null, Delivery? Delivery = null);
