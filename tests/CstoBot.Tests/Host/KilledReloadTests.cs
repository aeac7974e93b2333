using System.Diagnostics;
using System.Globalization;
using CstoBot.Tests.Ingestion;
using CstoBot.Tests.Ingestion.Reloading;
using Xunit;

namespace CstoBot.Tests.Host;

/// <summary>The program is killed at random moments of a reload; what is there afterwards is the old version or the new one, whole.</summary>
public sealed class KilledReloadTests
{
    private const int Kills = 50;
    private const int Documents = 120;

    [Fact]
    public async Task A_kill_in_the_middle_leaves_the_old_version_or_the_new_one()
    {
        using var changes = new SomeChanges(onDisk: true);
        Write(changes.Sources, round: 0);
        await changes.DoneAsync();
        var random = new Random(20261123);
        var (longest, ended) = (TimeSpan.FromSeconds(2), 0);
        for (var round = 1; round <= Kills; round++)
        {
            Write(changes.Sources, round);
            var started = Stopwatch.GetTimestamp();
            using var reload = Start(changes);
            var wasKilled = !reload.WaitForExit(longest * random.NextDouble());
            reload.Kill();
            await reload.WaitForExitAsync(TestContext.Current.CancellationToken);

            // Kept near what a reload takes, which on a busy machine changes from one to the next.
            ended += wasKilled ? 0 : 1;
            longest = wasKilled ? longest * 1.1 : Stopwatch.GetElapsedTime(started) * 1.1;

            changes.Restart();
            await changes.CatchUpAsync();
            AssertWhole(changes, round, wasKilled);
        }

        // Else every kill came before anything was done.
        Assert.InRange(ended, 1, Kills - 1);
    }

    private static void AssertWhole(SomeChanges changes, int round, bool wasKilled)
    {
        var rounds = changes.Texts().Select(text => text.Split(' ')[^1].TrimEnd('.')).Distinct().ToList();
        var held = int.Parse(Assert.Single(rounds), CultureInfo.InvariantCulture);
        Assert.Equal(Documents, changes.Corpus.Documents.Count);
        Assert.Equal(Documents, changes.Current.Value.Chunks.Count);
        Assert.InRange(held, 0, round);
        if (!wasKilled)
        {
            Assert.Equal(round, held);
        }
    }

    private static void Write(SomeSources sources, int round)
    {
        for (var document = 0; document < Documents; document++)
        {
            sources.Add($"{document:000}.txt", $"The council number {document} met in Minsk in round {round}.");
        }
    }

    private static Process Start(SomeChanges changes)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "cstobot.dll"), "sources", "reload", "--sources", changes.Sources.Folder, "--data", changes.Data])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Index__MemoryMegabytes"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }
}
