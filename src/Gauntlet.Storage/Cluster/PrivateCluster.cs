using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Dapper;
using Gauntlet.Storage.Database;
using Npgsql;

namespace Gauntlet.Storage.Cluster;

/// <summary>
/// A PostgreSQL cluster of our own from the installed programs: on a free loopback port, never as root, with a random password,
/// and gone when the last process that uses it has gone, even by <c>kill -9</c>.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    private const string User = "gauntlet";

    // What a killed server leaves behind goes only after a while.
    private const int StartAttempts = 3, RestartAttempts = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Polling = TimeSpan.FromMilliseconds(10), WatchPeriod = TimeSpan.FromMilliseconds(500);

    private readonly Layout _layout;
    private readonly ClusterAccount _account;
    private readonly PostgresBinaries _binaries;
    private readonly bool _ephemeral;
    private FileStream? _use;
    private Process? _undertaker;

    private PrivateCluster(Layout layout, ClusterAccount account, PostgresBinaries binaries, bool ephemeral, string? notice)
    {
        (_layout, _account, _binaries, _ephemeral) = (layout, account, binaries, ephemeral);
        Notice = notice;
    }

    /// <summary>Where the cluster lies.</summary>
    public string Directory => _layout.Root;

    /// <summary>What the user should know, such as that the directory is another than asked for; null for nothing.</summary>
    public string? Notice { get; }

    /// <summary>Process of the server.</summary>
    public int ProcessId { get; private set; }

    /// <summary>TCP port on the loopback address.</summary>
    public int Port { get; private set; }

    private string ConnectionString =>
        new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(), Port = Port, Username = User, Password = File.ReadAllText(_layout.Password), Database = "postgres", ApplicationName = "gauntlet",
        }.ConnectionString;

    /// <summary>Starts the cluster of a directory, or joins the one that runs there.</summary>
    /// <param name="options">Where and how.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <exception cref="ClusterException">The programs are missing, or the server does not start; says what to do.</exception>
    public static async Task<PrivateCluster> StartAsync(PrivateClusterOptions options, CancellationToken cancellation = default)
    {
        if (OperatingSystem.IsWindows()) throw new ClusterException("A private PostgreSQL runs on Linux and macOS only. Point GAUNTLET_DATABASE to a running server.");
        var binaries = PostgresBinaries.Find(options.BinaryDirectory);
        var account = ClusterAccount.Choose();
        var (root, notice) = account.Prepare(Path.GetFullPath(options.Directory));
        var cluster = new PrivateCluster(new(root), account, binaries, options.Ephemeral, notice);
        try
        {
            await cluster.JoinAsync(cancellation);
            return cluster;
        }
        catch (Exception error)
        {
            await cluster.DisposeAsync();
            if (error is UnauthorizedAccessException) throw new ClusterException($"The cluster in {root} belongs to another user. Run as that user, or set GAUNTLET_HOME to another directory.", error);
            throw;
        }
    }

    /// <summary>Makes a database unless it is there.</summary>
    /// <param name="name">Lower-case letters, digits and underscores.</param>
    /// <param name="cancellation">Ends the attempt.</param>
    /// <returns>Its address.</returns>
    public async Task<DatabaseAddress> CreateDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        if (name.Length == 0 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new ArgumentException($"A database is named by lower-case letters, digits and underscores, not '{name}'.", nameof(name));
        }

        var address = DatabaseAddress.Parse(ConnectionString);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellation);
        if (await connection.ExecuteScalarAsync<bool>("select exists (select from pg_database where datname = @name)", new { name })) return address.With(name);
        try
        {
            await connection.ExecuteAsync($"create database {name}");
        }
        catch (PostgresException error) when (error.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it in between, which is as good.
        }

        return address.With(name);
    }

    /// <summary>Starts the server again, at its port, whenever it has ended although this process uses it.</summary>
    /// <param name="clock">Paces the watch.</param>
    /// <param name="restarted">Told after each such start.</param>
    /// <param name="cancellation">Ends the watch.</param>
    /// <exception cref="ClusterException">It does not start again, or another program has taken its port meanwhile.</exception>
    public async Task KeepAsync(TimeProvider clock, Action restarted, CancellationToken cancellation)
    {
        using var watch = new PeriodicTimer(WatchPeriod, clock);
        while (await watch.WaitForNextTickAsync(cancellation))
        {
            if (PostmasterFile.ReadLive(_layout.Data) is not null) continue;
            await using var starting = await FileLock.TakeAsync(_layout.Starting, FileShare.None, Patience, cancellation);
            var live = await RunningAsync(RestartAttempts, cancellation);
            if (live.Port != Port)
            {
                throw new ClusterException(
                    $"The private PostgreSQL in {_layout.Root} had ended, and could not be started again at port {Port}, which another program has taken: it is at {live.Port} now. Start this again.");
            }

            ProcessId = live.ProcessId;
            restarted();
        }
    }

    /// <summary>Leaves the cluster; the last to leave waits until it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_use is null) return;
        await _use.DisposeAsync();
        _use = null;
        using var undertaker = _undertaker;
        if (undertaker is null) return;

        // The undertaker holds the exclusive lock while it stops the cluster; a shared one can be had as long as others use it.
        while (!undertaker.HasExited && !await UsedByOthersAsync()) await Task.Delay(Polling);
    }

    private async Task<bool> UsedByOthersAsync()
    {
        await using var alone = FileLock.Try(_layout.Users, FileMode.Open, FileShare.None);
        if (alone is not null) return false;
        await using var beside = FileLock.Try(_layout.Users, FileMode.Open, FileShare.Read);
        return beside is not null;
    }

    private async Task JoinAsync(CancellationToken cancellation)
    {
        await using var starting = await FileLock.TakeAsync(_layout.Starting, FileShare.None, Patience, cancellation);
        _use = await FileLock.TakeAsync(_layout.Users, FileShare.Read, Patience, cancellation);
        File.SetUnixFileMode(_layout.Users, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        _undertaker = Undertaker.Start(_account, _layout.Users, _binaries.PathOf("pg_ctl"), _layout.Data, _ephemeral ? _layout.Root : null);

        if (!System.IO.Directory.Exists(_layout.Data)) await InitialiseAsync(cancellation);
        var live = await RunningAsync(StartAttempts, cancellation);
        (ProcessId, Port) = (live.ProcessId, live.Port);
        await File.WriteAllTextAsync(_layout.LastPort, Port.ToString(CultureInfo.InvariantCulture), cancellation);
    }

    private async Task<PostmasterFile> RunningAsync(int attempts, CancellationToken cancellation)
    {
        var live = PostmasterFile.ReadLive(_layout.Data);
        for (var attempt = 1; live is not { IsReady: true }; attempt++)
        {
            var result = await LaunchAsync(cancellation);
            live = PostmasterFile.ReadLive(_layout.Data);
            if (live is { IsReady: true }) continue;
            if (attempt < attempts)
            {
                await Task.Delay(WatchPeriod, cancellation);
                continue;
            }

            throw new ClusterException($"The private PostgreSQL in {_layout.Root} does not start: {Reason(result)} Its log is {_layout.Log}.");
        }

        return live;
    }

    private async Task InitialiseAsync(CancellationToken cancellation)
    {
        if (System.IO.Directory.Exists(_layout.Unfinished)) System.IO.Directory.Delete(_layout.Unfinished, recursive: true);
        WritePassword();

        // Made beside and renamed: an interrupted start leaves nothing that looks like a cluster.
        var made = await Command.RunAsync(
            _account.Line(
                _binaries.PathOf("initdb"), "-D", _layout.Unfinished, "-U", User, "--auth=scram-sha-256", $"--pwfile={_layout.Password}", "--no-sync", "-E", "UTF8", "--locale=C", "--no-instructions"),
            cancellation);
        if (made.ExitCode != 0) throw new ClusterException($"PostgreSQL cannot make a cluster in {_layout.Root}: {made.Error.Trim()}");
        System.IO.Directory.Move(_layout.Unfinished, _layout.Data);
    }

    private void WritePassword()
    {
        File.Delete(_layout.Password);
        using (var file = new FileStream(_layout.Password, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite }))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))));
        }

        // initdb reads it as the owner of the cluster.
        if (_account.IsOther) Command.Run("chown", "postgres:", _layout.Password);
    }

    private Task<Command> LaunchAsync(CancellationToken cancellation)
    {
        var settings = $"-h 127.0.0.1 -p {ChoosePort()} -c unix_socket_directories='' -c max_connections=200 -c jit=off";
        if (_ephemeral) settings += " -c fsync=off -c synchronous_commit=off -c full_page_writes=off";
        return Command.RunAsync(_account.Line(_binaries.PathOf("pg_ctl"), "-D", _layout.Data, "-l", _layout.Log, "-t", "60", "-w", "-o", settings, "start"), cancellation);
    }

    private string Reason(Command failed)
    {
        var log = File.Exists(_layout.Log) ? File.ReadLines(_layout.Log).LastOrDefault(line => line.Contains("FATAL", StringComparison.Ordinal)) : null;
        return log ?? failed.Error.Trim();
    }

    // The port of before, if it is free: who was connected when the server crashed finds it again.
    private int ChoosePort()
    {
        if (File.Exists(_layout.LastPort) && int.TryParse(File.ReadAllText(_layout.LastPort), CultureInfo.InvariantCulture, out var last) && IsFree(last)) return last;
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var probe = new TcpListener(IPAddress.Loopback, port);
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private sealed record Layout(string Root)
    {
        public string Data => Path.Combine(Root, "data");

        public string Unfinished => Path.Combine(Root, "data.new");

        public string Log => Path.Combine(Root, "log");

        public string Password => Path.Combine(Root, "password");

        public string LastPort => Path.Combine(Root, "port");

        public string Starting => Path.Combine(Root, "starting.lock");

        public string Users => Path.Combine(Root, "users.lock");
    }
}
