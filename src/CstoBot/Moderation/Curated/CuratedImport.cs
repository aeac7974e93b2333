using System.Globalization;
using System.Text.Json;
using CstoBot.Retrieval;

namespace CstoBot.Moderation.Curated;

/// <summary>Takes kept answers from a file, each only if all that it cites stands in the documents as it was approved.</summary>
internal sealed class CuratedImport(ICuratedStore store, PassageIndex index)
{
    private const int PageSize = 500;

    public async Task<CuratedImportReport> RunAsync(TextReader lines, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        var (kept, repeated, refused) = (0, 0, new List<string>());
        for (var number = 1; await lines.ReadLineAsync(cancellationToken) is { } text; number++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            var (answer, fault) = Read(text.TrimStart('\uFEFF'));
            if (answer is null)
            {
                refused.Add(string.Create(CultureInfo.InvariantCulture, $"line {number}: {fault}"));
            }
            else if (!known.Add(KeyOf(answer)))
            {
                repeated++;
            }
            else
            {
                await store.KeepAsync(answer, cancellationToken);
                kept++;
            }
        }

        return new CuratedImportReport(kept, repeated, refused);
    }

    private (CuratedAnswer? Answer, string Fault) Read(string text)
    {
        try
        {
            var line = CuratedLine.Parse(text);
            if (line.FaultOrNull() is { } fault)
            {
                return (null, fault);
            }

            var answer = line.Kept();
            return line.Answer.Citations.Select(citation => CuratedCheck.FaultOrNull(citation, index)).FirstOrDefault(found => found is not null) is { } gone
                ? (null, gone)
                : (answer, "");
        }
        catch (JsonException exception)
        {
            return (null, $"it is no kept answer: {exception.Message}");
        }
    }

    /// <summary>Of all that are not retired.</summary>
    private async Task<HashSet<string>> KnownAsync(CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var skip = 0; ; skip += PageSize)
        {
            var page = await store.PageAsync(state: null, skip, PageSize, cancellationToken);
            known.UnionWith(page.Answers.Where(answer => answer.State != CuratedState.Retired).Select(KeyOf));
            if (skip + PageSize >= page.Total)
            {
                return known;
            }
        }
    }

    private string KeyOf(CuratedAnswer answer) => ReadQuestion.Of(answer.Asked, answer.Language, index).Key;
}

/// <param name="Repeated">The same question is answered by one that is kept already.</param>
/// <param name="Refused">The lines that were not taken, each with its number and the reason.</param>
internal sealed record CuratedImportReport(int Kept, int Repeated, IReadOnlyList<string> Refused);
