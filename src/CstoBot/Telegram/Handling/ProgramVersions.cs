using System.Reflection;

namespace CstoBot.Telegram.Handling;

/// <summary>What the program is made of.</summary>
internal static class ProgramVersions
{
    // The names of their assemblies, and what people call them.
    private static readonly (string Assembly, string Name)[] Packages =
        [("Telegram.Bot", "Telegram.Bot"), ("Microsoft.SemanticKernel.Abstractions", "Semantic Kernel"), ("Lucene.Net", "Lucene.Net")];

    public static string Own { get; } =
        typeof(ProgramVersions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>".NET 10.0.1", "Lucene.Net 4.8.0", …; of packages as they were built against, for none is loaded to be asked.</summary>
    /// <param name="sqlite">SQLite's version, which it tells itself.</param>
    public static IReadOnlyList<string> Parts(string sqlite)
    {
        var built = typeof(ProgramVersions).Assembly.GetReferencedAssemblies().ToLookup(assembly => assembly.Name, assembly => assembly.Version);
        return
        [
            $".NET {Environment.Version}",
            .. Packages.SelectMany(package => built[package.Assembly].Select(version => $"{package.Name} {version?.ToString(3)}")),
            $"SQLite {sqlite}",
        ];
    }
}
