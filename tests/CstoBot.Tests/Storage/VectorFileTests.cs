using CstoBot.Retrieval.Dense;
using CstoBot.Storage;
using CstoBot.Storage.Vectors;
using CstoBot.Tests.Fakes;
using Microsoft.Extensions.Options;
using Xunit;

namespace CstoBot.Tests.Storage;

public sealed class VectorFileTests : IDisposable
{
    private const string Model = "words\n\npassage: ";

    private readonly TemporaryFolder folder = new();
    private readonly CollectingLogs logs = new();
    private readonly Dictionary<TextKey, float[]> vectors = new()
    {
        [TextKey.Of("one")] = [0.6f, -0.8f, 0],
        [TextKey.Of("two")] = [float.Epsilon, 1, -0f],
    };

    private string FilePath => Path.Combine(folder.Path, "data", VectorFile.Name);

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_kept_is_there_after_a_restart_bit_for_bit()
    {
        Store().Write(Model, vectors);

        Assert.Equal(vectors, Store().Read(Model));
        Assert.Equal([FilePath], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(FilePath)!));
        Assert.Empty(logs.Lines);
    }

    [Fact]
    public void Nothing_is_there_at_first_and_nothing_for_another_model()
    {
        Assert.Empty(Store().Read(Model));
        Store().Write(Model, vectors);

        Assert.Empty(Store().Read("other"));
        Assert.Empty(logs.Lines);
    }

    [Fact]
    public void A_file_cut_anywhere_counts_as_none_with_one_line()
    {
        Store().Write(Model, vectors);
        var whole = File.ReadAllBytes(FilePath);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);

            Assert.Empty(Store().Read(Model));
            Assert.Equal(length + 1, logs.Lines.Count);
        }
    }

    [Fact]
    public void A_file_with_one_byte_changed_is_never_believed()
    {
        Store().Write(Model, vectors);
        var whole = File.ReadAllBytes(FilePath);
        for (var place = 0; place < whole.Length; place++)
        {
            var damaged = whole.ToArray();
            damaged[place] ^= 0x41;
            File.WriteAllBytes(FilePath, damaged);

            Assert.Empty(Store().Read(Model));
        }
    }

    [Fact]
    public void What_a_killed_program_left_beside_the_file_harms_nothing()
    {
        Store().Write(Model, vectors);
        File.WriteAllText(FilePath + ".new", "half");

        Assert.Equal(vectors, Store().Read(Model));
        Store().Write(Model, new Dictionary<TextKey, float[]> { [TextKey.Of("three")] = [1] });
        Assert.Equal([TextKey.Of("three")], Store().Read(Model).Keys);
        Assert.False(File.Exists(FilePath + ".new"));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_one_line()
    {
        File.WriteAllText(Path.Combine(folder.Path, "data"), "a file where the folder should be");

        Store().Write(Model, vectors);

        Assert.Contains("could not be kept", Assert.Single(logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void The_reader_sees_what_is_kept_and_changes_nothing()
    {
        var reader = new ReadOnlyVectors(Store());
        reader.Write(Model, vectors);
        Assert.False(Directory.Exists(Path.GetDirectoryName(FilePath)));
        Assert.False(reader.Keeps);

        Store().Write(Model, vectors);
        Assert.Equal(vectors, reader.Read(Model));
    }

    private VectorFile Store() =>
        new(Options.Create(new DataOptions { Folder = Path.Combine(folder.Path, "data") }), new LoggerOf<VectorFile>(logs));
}
