namespace TelegramSandbox;

/// <content>More people and groups than every sandbox has; the web chat does not show them.</content>
public sealed partial class SandboxServer
{
    /// <summary>Adds a person with a private chat, in which nothing was written yet.</summary>
    public Person AddPerson(string firstName, string languageCode = "en") => Read(() => world.AddPerson(firstName, languageCode));

    /// <summary>Adds a group of these people and the bot; the first of them is its creator.</summary>
    public SandboxChat AddGroup(string title, IReadOnlyList<Person> members) => Read(() => world.AddGroup(title, members).Chat);
}
