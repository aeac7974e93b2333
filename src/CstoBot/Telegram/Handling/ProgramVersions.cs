using System.Diagnostics;
using System.Reflection;

namespace CstoBot.Telegram.Handling;

/// <summary>What the program is made of.</summary>
internal static class ProgramVersions
{
    // The names of their assemblies, and what people call them.
    private static readonly (string Assembly, string Name)[] Packages =
        [("Telegram.Bot", "Telegram.Bot"), ("Microsoft.SemanticKernel.Abstractions", "Semantic Kernel"), ("Lucene.Net", "Lucene.Net")];

    public static string Own { get; } =
        Version(typeof(ProgramVersions).Assembly);

    /// <summary>".NET 10.0.1", "Telegram.Bot 22.10.3", …. None is loaded to be asked.</summary>
    /// <param name="sqlite">SQLite's version, which it tells itself.</param>
    public static IReadOnlyList<string> Parts(string sqlite)
    {
        var built = typeof(ProgramVersions).Assembly.GetReferencedAssemblies().ToLookup(assembly => assembly.Name, assembly => assembly.Version?.ToString(3));
        return
        [
            $".NET {Environment.Version}",
            .. Packages.Select(package => $"{package.Name} {OfFileOrNull(package.Assembly) ?? built[package.Assembly].FirstOrDefault()}"),
            $"SQLite {sqlite}",
        ];
    }

    /// <summary>Null where the program is one file: then what it was built against has to do.</summary>
    private static string? OfFileOrNull(string assembly)
    {
        var file = Path.Combine(AppContext.BaseDirectory, $"{assembly}.dll");
        return File.Exists(file) ? FileVersionInfo.GetVersionInfo(file).ProductVersion?.Split('+', ' ')[0] : null;
    }

    private static string Version(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
