using CstoBot.Ingestion.Versions;

namespace CstoBot.Ingestion.Reloading;

/// <summary>Works out what a version holds after a change. It writes only contents; nothing refers to them before the version is committed.</summary>
internal sealed class CorpusBuilder(
    SourceFolder folder, PageReading pages, FileReader reader, ICorpusStore store, IFileStore files, TimeProvider time)
{
    // Enough for one transaction to be worth its cost, few enough to hold in memory.
    private const int Batch = 200;

    /// <param name="before">The version in use; null for the first one.</param>
    /// <param name="failing">The files with a document that could not be read the last time: those are tried again.</param>
    /// <exception cref="SourcesUnavailableException">It cannot be done; the message is one line.</exception>
    public async Task<CorpusDraft> BuildAsync(
        CorpusChange change, CorpusCause cause, CorpusSnapshot? before, IReadOnlySet<string> failing, ProgressMeter progress, CancellationToken cancellationToken) => change switch
    {
        CorpusChange.Reload => await ReloadAsync(cause, before, failing, progress, cancellationToken),
        CorpusChange.Add add => await AddAsync(add.UploadId, Loaded(before), progress, cancellationToken),
        CorpusChange.Remove remove => Without(remove.Name, Loaded(before)),
        CorpusChange.Correct correct => await CorrectAsync(correct, Loaded(before), progress, cancellationToken),
        CorpusChange.RollBack back => Again(
            await store.FindOrNullAsync(back.Number, cancellationToken) ?? throw new SourcesUnavailableException($"Version {back.Number} is not kept.")),
        _ => throw new InvalidOperationException(change.GetType().Name),
    };

    private async Task<CorpusDraft> ReloadAsync(CorpusCause cause, CorpusSnapshot? before, IReadOnlySet<string> failing, ProgressMeter progress, CancellationToken cancellationToken)
    {
        var manifest = folder.Manifest();
        var kept = before?.Files ?? [];
        var uploads = kept.Where(file => file.Origin == DocumentOrigin.Upload).ToList();
        var found = folder.Files()
            .Select(name => new FoundFile(name, DocumentOrigin.Folder, Hash: null, _ => Task.FromResult(folder.Read(name))))
            .Concat(uploads.Select(Stored))
            .ToList();
        var (web, failures) = await pages.FindAsync(manifest.Pages, cause, cancellationToken);
        found.AddRange(web);

        var corrections = before?.Corrections ?? new Dictionary<string, DocumentMetadata>();
        var known = new KnownMetadata(PageReading.Known(manifest), corrections);
        var read = await ReadAsync(found, known, kept, failing, progress, cancellationToken);
        return read with
        {
            Corrections = corrections,
            LeftOut = before?.LeftOut ?? new HashSet<string>(),
            Failures = [.. failures, .. read.Failures],
        };
    }

    private async Task<CorpusDraft> AddAsync(long uploadId, CorpusSnapshot before, ProgressMeter progress, CancellationToken cancellationToken)
    {
        var upload = await files.StagedOrNullAsync(uploadId, cancellationToken)
            ?? throw new SourcesUnavailableException("The file is not kept any more: send it again.");
        var found = new FoundFile(upload.Name, DocumentOrigin.Upload, upload.Hash, token => BytesAsync(upload.Hash, token));
        var draft = await ReplacedAsync(found, before, before.Corrections, progress, cancellationToken);
        return draft with { LeftOut = before.LeftOut.Except(draft.Files.Where(file => file.Name == upload.Name).SelectMany(file => file.Documents).Select(document => document.Name)).ToHashSet() };
    }

    private async Task<CorpusDraft> CorrectAsync(CorpusChange.Correct correct, CorpusSnapshot before, ProgressMeter progress, CancellationToken cancellationToken)
    {
        var file = FileOf(correct.Name, before);
        var corrections = new Dictionary<string, DocumentMetadata>(before.Corrections) { [correct.Name] = correct.Metadata };
        if (correct.Metadata == DocumentMetadata.Unknown)
        {
            corrections.Remove(correct.Name);
        }

        var found = file.Origin == DocumentOrigin.Folder
            ? new FoundFile(file.Name, DocumentOrigin.Folder, Hash: null, _ => Task.FromResult(folder.Read(file.Name)))
            : Stored(file);
        return await ReplacedAsync(found, before, corrections, progress, cancellationToken);
    }

    /// <summary>An upload goes; of another file the document is left out, for the file would come back with the next reload.</summary>
    private static CorpusDraft Without(string name, CorpusSnapshot before) =>
        FileOf(name, before) is { Origin: DocumentOrigin.Upload, Documents.Count: 1 } upload
            ? Draft(before, before.Files.Where(file => file != upload).ToList())
            : Draft(before, before.Files) with { LeftOut = before.LeftOut.Append(name).ToHashSet() };

    private CorpusDraft Again(CorpusSnapshot target) => Draft(target, target.Files) with { Folder = folder.FolderPath, RolledBackTo = target.Version.Number, IsHeld = true };

    private async Task<CorpusDraft> ReplacedAsync(
        FoundFile found, CorpusSnapshot before, IReadOnlyDictionary<string, DocumentMetadata> corrections, ProgressMeter progress, CancellationToken cancellationToken)
    {
        var manifest = folder.Manifest();
        var known = new KnownMetadata(PageReading.Known(manifest), corrections);
        var old = before.Files.FirstOrDefault(file => file.Name == found.Name && file.Origin == found.Origin);
        var read = await ReadAsync([found], known, old is null ? [] : [old], new HashSet<string>(), progress, cancellationToken);
        return read.Failures is [var failure, ..] && read.Read.Count == 0
            ? throw new SourcesUnavailableException($"{failure.Name} {failure.Reason}.")
            : Draft(before, [.. before.Files.Where(file => file != old), .. read.Files]) with { Corrections = corrections, Read = read.Read, Failures = read.Failures };
    }

    private async Task<CorpusDraft> ReadAsync(
        IReadOnlyList<FoundFile> found, KnownMetadata known, IReadOnlyList<CorpusFile> kept, IReadOnlySet<string> failing, ProgressMeter progress, CancellationToken cancellationToken)
    {
        var before = kept.ToDictionary(file => (file.Name, file.Origin));
        progress.Begin(CorpusPhase.Reading, found.Count);
        var (files, failures, read) = (new List<CorpusFile>(), new List<FailedDocument>(), new Dictionary<string, SourceDocument>());
        foreach (var batch in found.Chunk(Batch))
        {
            var outcomes = new FileOutcome[batch.Length];
            await Parallel.ForAsync(0, batch.Length, cancellationToken, async (place, token) =>
            {
                var file = batch[place];
                outcomes[place] = await reader.ReadAsync(file, known, before.GetValueOrDefault((file.Name, file.Origin)), failing.Contains(file.Name), token);
                progress.Advance();
            });
            files.AddRange(await KeepAsync(outcomes, read, cancellationToken));
            failures.AddRange(outcomes.SelectMany(outcome => outcome.Failures));
        }

        return new CorpusDraft(folder.FolderPath, files, new Dictionary<string, DocumentMetadata>(), new HashSet<string>(), failures, read);
    }

    private async Task<List<CorpusFile>> KeepAsync(FileOutcome[] outcomes, Dictionary<string, SourceDocument> read, CancellationToken cancellationToken)
    {
        var documents = outcomes.SelectMany(outcome => outcome.Read?.Documents ?? []).ToList();
        var keys = new Queue<string>(await store.PutAsync(documents, cancellationToken));
        var (files, now) = (new List<CorpusFile>(), time.GetUtcNow());
        foreach (var outcome in outcomes)
        {
            if (outcome.Read is { } file)
            {
                files.Add(new CorpusFile(file.Name, file.Origin, file.Hash, file.Recipe, now, file.Documents.Select(document => Key(document, keys.Dequeue(), read)).ToList()));
            }
            else if (outcome.Kept is { } kept)
            {
                files.Add(kept);
            }
        }

        return files;
    }

    private static CorpusDocument Key(SourceDocument document, string key, Dictionary<string, SourceDocument> read)
    {
        read[key] = document;
        return new CorpusDocument(document.Name, key, document.ContentHash, document.Text.Length);
    }

    private FoundFile Stored(CorpusFile file) => new(file.Name, file.Origin, file.Hash, token => BytesAsync(file.Hash, token));

    private async Task<byte[]> BytesAsync(string hash, CancellationToken cancellationToken) =>
        await files.ReadOrNullAsync(hash, cancellationToken) ?? throw new UnreadableDocumentException("is not kept any more");

    private static CorpusDraft Draft(CorpusSnapshot from, IReadOnlyList<CorpusFile> files) =>
        new(from.Folder, files, from.Corrections, from.LeftOut, [], new Dictionary<string, SourceDocument>()) { IsHeld = from.Version.IsHeld };

    private static CorpusSnapshot Loaded(CorpusSnapshot? before) => before ?? throw new SourcesUnavailableException("The sources have not been loaded yet.");

    private static CorpusFile FileOf(string document, CorpusSnapshot before) =>
        VersionDocuments.UploadsFirst(before.Files).FirstOrDefault(file => file.Documents.Any(held => held.Name == document))
        ?? throw new SourcesUnavailableException($"There is no document {document}.");
}
