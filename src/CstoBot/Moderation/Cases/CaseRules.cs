namespace CstoBot.Moderation.Cases;

/// <summary>What may become of a case, and when. Pure.</summary>
internal static class CaseRules;
