using System.Text.Json;
using System.Text.Json.Nodes;
using Gauntlet.Host.CommandLine;
using Gauntlet.Host.Composition;
using Gauntlet.Storage.Cluster;
using Gauntlet.Storage.Database;

namespace Gauntlet.Host.Tests.EndToEnd;

/// <summary>A home folder with a private database, in which tests call the real command line in process.</summary>
public sealed class Household : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private DatabaseHandle? _database;
    private string? _absent;

    /// <summary>Folder of the calls.</summary>
    public string Folder => _folder.Path;

    /// <summary>The database, once it is required.</summary>
    internal GauntletDatabase Database => _database!.Database;

    /// <summary>Opens the database once, so that it stays between calls.</summary>
    public async Task InitializeAsync()
    {
        // The database runs as another user when this is root, and must get in.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        try
        {
            _database = await DatabaseHandle.OpenAsync(new(Around(TextWriter.Null, TextWriter.Null, []), new()), CancellationToken.None);
        }
        catch (ClusterException error)
        {
            _absent = error.Message;
        }
    }

    public async Task DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Skips a test where no database can be had.</summary>
    public void Require() => Skip.If(_absent is not null, _absent);

    /// <summary>Writes a file into the folder of the calls.</summary>
    public void Write(string name, string text) => _folder.Write(name, text);

    /// <summary>Calls the command line.</summary>
    public Task<Answer> CallAsync(params string[] args) => CallAsync(args, [], CancellationToken.None);

    /// <summary>Calls the command line with an environment and an interruption.</summary>
    public async Task<Answer> CallAsync(string[] args, Dictionary<string, string> environment, CancellationToken interrupted)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Entry.RunAsync(args, Around(output, error, environment), Actions.All(), interrupted);
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Starts a verb that stays, and returns once it has said that it is there.</summary>
    public Staying Stay(params string[] args)
    {
        var said = new FirstLine();
        var end = new CancellationTokenSource();
        return new(Entry.RunAsync(args, Around(said, TextWriter.Null, []), Actions.All(), end.Token), said.Seen, end);
    }

    private Surroundings Around(TextWriter output, TextWriter error, Dictionary<string, string> environment) =>
        new() { Output = output, Error = error, Directory = Folder, Home = Folder, Environment = environment };
}

/// <summary>What a call answered.</summary>
public sealed record Answer(int ExitCode, string Output, string Error)
{
    public JsonNode Json => JsonNode.Parse(Output, documentOptions: new JsonDocumentOptions()) ?? throw new InvalidOperationException(Output + Error);
}

/// <summary>A verb that stays until it is interrupted.</summary>
public sealed record Staying(Task<int> Verb, Task Ready, CancellationTokenSource End) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public async Task<Staying> WhenReadyAsync()
    {
        var first = await Task.WhenAny(Verb, Ready).WaitAsync(Patience);
        first.ShouldBe(Ready);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await End.CancelAsync();
        (await Verb.WaitAsync(Patience)).ShouldBe(ExitCodes.Done);
        End.Dispose();
    }
}
