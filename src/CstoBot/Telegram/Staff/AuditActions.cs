namespace CstoBot.Telegram.Staff;

/// <summary>What is audited. The names are stored and exported.</summary>
internal static class AuditActions
{
    /// <summary>Somebody wanted what their role does not allow; the target is the command or the button. The same within an hour is one entry.</summary>
    public const string Refused = "refused";
    public const string RoleGranted = "role.granted";
    public const string RoleRevoked = "role.revoked";
    public const string SettingsChanged = "settings.changed";
    public const string SourcesReloaded = "sources.reloaded";

    /// <summary>The target is what was to be done.</summary>
    public const string SourcesCancelled = "sources.cancelled";

    /// <summary>The target is the version.</summary>
    public const string SourcesRolledBack = "sources.rolledback";
    public const string SourceAdded = "source.added";

    /// <summary>The target is the document.</summary>
    public const string SourceRemoved = "source.removed";

    /// <summary>The target is the document and the field, without what it said or says.</summary>
    public const string SourceCorrected = "source.corrected";

    /// <summary>The target is the case, the detail what was done with it.</summary>
    public const string Case = "case";

    /// <summary>The target is the answer kept for reuse.</summary>
    public const string Curated = "curated";

    /// <summary>The target is the gap.</summary>
    public const string Gap = "gap";
}
