namespace CstoBot.Ingestion.Formats.Workers;

/// <summary>Why a file could not be read, in words to follow its name.</summary>
internal static class UnreadableReasons
{
    /// <summary>Stands for the limit, which the process that runs into it does not know.</summary>
    public const string Memory = "memory";

    public static string Broken(FileFormat format) => $"cannot be read as {format.Describe()}: it is broken";

    public static string TooSlow(TimeSpan limit) => $"took longer than {limit.TotalSeconds:0} s to read (Formats:TimeoutSeconds)";

    public static string TooLarge(int megabytes) => $"needs more memory than {megabytes} MB to read (Formats:MemoryMegabytes)";
}
