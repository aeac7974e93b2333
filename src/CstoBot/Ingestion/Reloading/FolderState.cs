using System.Globalization;
using System.Text;

namespace CstoBot.Ingestion.Reloading;

/// <summary>How a folder looks from outside: names, sizes and times of its files, without reading them.</summary>
internal static class FolderState
{
    /// <exception cref="SourcesUnavailableException">The folder is missing or unreadable.</exception>
    public static string Of(SourceFolder folder)
    {
        var state = new StringBuilder();
        foreach (var name in folder.Files().Concat(SourceFolder.Beside))
        {
            var file = new FileInfo(Path.Combine(folder.FolderPath, name));
            if (file.Exists)
            {
                state.Append(CultureInfo.InvariantCulture, $"{name}\0{file.Length}\0{file.LastWriteTimeUtc.Ticks}\n");
            }
        }

        return Recipe.Hash(state.ToString());
    }
}
