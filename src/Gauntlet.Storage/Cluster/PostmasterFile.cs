using System.Diagnostics;
using System.Globalization;

namespace Gauntlet.Storage.Cluster;

/// <summary>What a running server writes into its data directory.</summary>
/// <param name="ProcessId">Its process.</param>
/// <param name="Port">TCP port.</param>
/// <param name="IsReady">It takes connections.</param>
internal sealed record PostmasterFile(int ProcessId, int Port, bool IsReady)
{
    public const string Name = "postmaster.pid";

    /// <summary>Reads the file of a server that is alive; removes one that a crash left behind.</summary>
    /// <returns>Null where no server runs.</returns>
    public static PostmasterFile? ReadLive(string data)
    {
        var path = Path.Combine(data, Name);
        if (!File.Exists(path)) return null;

        // Lines: process id, data directory, start time, port, socket directory, address, shared memory key, state.
        var lines = File.ReadAllLines(path);
        if (lines.Length > 0 && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var process) && IsPostgres(process))
        {
            return new(process, lines.Length > 3 ? int.Parse(lines[3], CultureInfo.InvariantCulture) : 0, lines.Length > 7 && lines[7].Trim() == "ready");
        }

        // PostgreSQL itself refuses to start when the number in the file has been given to any other process since.
        File.Delete(path);
        return null;
    }

    private static bool IsPostgres(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
