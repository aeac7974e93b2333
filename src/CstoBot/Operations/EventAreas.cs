namespace CstoBot.Operations;

/// <summary>
/// How the ids of logged events are given out: a thousand to an area, which is a folder of the program. A new event takes the next free number of
/// its area; one that is gone leaves its number unused, for somebody may watch for it.
/// </summary>
internal static class EventAreas
{
    public const int Size = 1_000;

    private static readonly Dictionary<string, int> Areas = new()
    {
        ["Cli"] = 1_000,
        ["Ingestion"] = 2_000,
        ["Retrieval"] = 3_000,
        ["Conversations"] = 4_000,
        ["Answering"] = 5_000,
        ["LanguageModels"] = 6_000,
        ["Moderation"] = 7_000,
        ["Telegram"] = 8_000,
        ["Storage"] = 9_000,
        ["Operations"] = 10_000,
        ["Evaluation"] = 11_000,
    };

    /// <summary>The first id of the area that a namespace belongs to.</summary>
    /// <exception cref="KeyNotFoundException">The area has none yet: give it the next thousand.</exception>
    public static int First(string name) => Areas[name.Split('.') is [_, var folder, ..] ? folder : name];
}
