namespace CstoBot.Conversations;

/// <summary>The languages the bot speaks. A text in any other language is answered in <see cref="English"/>.</summary>
internal enum Language
{
    English,
    Russian,
}
