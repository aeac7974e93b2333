namespace CstoBot.Moderation.Cases;

/// <summary>Somebody else changed the case meanwhile: nothing was stored, and what was decided is to be decided again on the case as it is now.</summary>
internal sealed class StaleCaseException(long caseId) : Exception($"Case {caseId} has changed meanwhile.");
