using CstoBot.Tests.Fakes.ModelServer.Personas;
using CstoBot.Tests.Fakes.ModelServer.Wire;

namespace CstoBot.Tests.Fakes.ModelServer.Script;

/// <summary>How one request is dealt with; what is null is as the server's standing persona and delivery have it.</summary>
internal sealed record ScriptedTurn(IModelPersona? Persona = null, ModelFault? Fault = null, Delivery? Delivery = null);
