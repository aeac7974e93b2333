namespace CstoBot.Telegram.Staff;

/// <summary>What somebody may do; each may do what those before may. The names are stored.</summary>
internal enum Role
{
    User,
    Moderator,
    Admin,
}
