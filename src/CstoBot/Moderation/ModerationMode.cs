namespace CstoBot.Moderation;

/// <summary>Which answers a moderator sees before the asker does.</summary>
internal enum ModerationMode
{
    /// <summary>None; moderators see what somebody found no good.</summary>
    Off,

    /// <summary>Those that are less certain than others, see <see cref="ModerationPolicy"/>.</summary>
    Risky,

    /// <summary>Every new one.</summary>
    All,
}

/// <summary>What happens when nobody has decided in time.</summary>
internal enum OnTimeout
{
    /// <summary>The asker is told that nobody could look at the answer.</summary>
    TellUser,

    /// <summary>The answer in quotes goes out, marked as unreviewed.</summary>
    SendUnreviewed,
}
