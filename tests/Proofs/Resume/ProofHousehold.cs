using System.Text;
using System.Text.Json.Nodes;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;
using Gauntlet.Storage.Cluster;
using Gauntlet.Storage.Database;

namespace Gauntlet.Proofs.Resume;

/// <summary>A home folder of its own with a private database, in which the real command line is called.</summary>
internal sealed class ProofHousehold : IAsyncDisposable
{
    private readonly DatabaseHandle _handle;

    private ProofHousehold(string home, DatabaseHandle handle)
    {
        Home = home;
        _handle = handle;
    }

    /// <summary>The folder.</summary>
    public string Home { get; }

    /// <summary>Its database.</summary>
    public GauntletDatabase Database => _handle.Database;

    /// <summary>Makes a folder and starts its database.</summary>
    /// <exception cref="ProofSkippedException">There is no PostgreSQL.</exception>
    public static async Task<ProofHousehold> OpenAsync(CancellationToken cancellation)
    {
        var home = Directory.CreateTempSubdirectory("gauntlet-proof-").FullName;
        // The database runs as another user when this is root, and must get in.
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            File.SetUnixFileMode(home, All | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        try
        {
            return new(home, await DatabaseHandle.OpenAsync(new(Around(home, TextWriter.Null, TextWriter.Null), new()), cancellation));
        }
        catch (ClusterException absent)
        {
            Directory.Delete(home, recursive: true);
            throw new ProofSkippedException(absent.Message);
        }
    }

    /// <summary>Calls the command line and reads its JSON document.</summary>
    /// <exception cref="InvalidOperationException">It ended with another exit code than 0; the message has its words.</exception>
    public async Task<JsonNode> CallAsync(string[] args, CancellationToken cancellation)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Entry.RunAsync([.. args, "--json"], Around(Home, output, error), Actions.All(), cancellation);
        return code == ExitCodes.Done && JsonNode.Parse(output.ToString()) is { } document ? document
            : throw new InvalidOperationException($"'gauntlet {string.Join(' ', args)}' ended with exit code {code}: {error}");
    }

    /// <summary>Runs a verb that stays, until cancelled.</summary>
    /// <returns>The verb, and what is done once it has said that it is there.</returns>
    public (Task<int> Verb, Task Ready) Stay(string[] args, CancellationToken cancellation)
    {
        var said = new FirstLine();
        return (Entry.RunAsync(args, Around(Home, said, TextWriter.Null), Actions.All(), cancellation), said.Seen);
    }

    public async ValueTask DisposeAsync()
    {
        await _handle.DisposeAsync();
        Directory.Delete(Home, recursive: true);
    }

    private static Surroundings Around(string home, TextWriter output, TextWriter error) =>
        new() { Output = output, Error = error, Directory = home, Home = home, Environment = new SortedDictionary<string, string>(StringComparer.Ordinal) };

    private sealed class FirstLine : TextWriter
    {
        private readonly TaskCompletionSource _seen = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Seen => _seen.Task;

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (value == '\n') _seen.TrySetResult();
        }
    }
}
