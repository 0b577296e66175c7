using System.Diagnostics;

namespace Gauntlet.Storage.Cluster;

/// <summary>A shell that outlives its process, however that ends, and stops the cluster once nobody uses it any more.</summary>
/// <remarks>
/// Every user of a cluster holds a shared lock on one file. The shell waits for the exclusive lock, which it gets when the last user has gone,
/// and holds it until the cluster has stopped, so that a newcomer waits for the end and then starts afresh. Every user brings its own: the first stops
/// the cluster, the others find nothing to do.
/// </remarks>
internal static class Undertaker
{
    private const string Script = """
        trap '' INT HUP QUIT TERM
        exec 9<"$1" || exit 1
        if command -v flock >/dev/null 2>&1; then flock -x 9; else perl -MFcntl=:flock -e 'open(my $f, "<&=", 9) or die; flock($f, LOCK_EX) or die' 9<&9; fi || exit 1
        if [ -f "$3/postmaster.pid" ]; then "$2" -D "$3" -m fast -t 10 -w stop || "$2" -D "$3" -m immediate -w stop; fi
        if [ -n "$4" ]; then rm -rf "$4"; fi
        """;

    /// <summary>Starts one.</summary>
    /// <param name="account">As whom the cluster runs.</param>
    /// <param name="usersLock">File on which users hold a shared lock; the caller does already.</param>
    /// <param name="pgCtl">The program that stops a cluster.</param>
    /// <param name="data">Directory of the cluster's data.</param>
    /// <param name="ephemeral">Directory to delete in the end; null deletes nothing.</param>
    public static Process Start(ClusterAccount account, string usersLock, string pgCtl, string data, string? ephemeral)
    {
        // Its own session where the system can: neither Ctrl-C nor the end of the terminal reaches it.
        const string launch = "if command -v setsid >/dev/null 2>&1; then exec setsid /bin/sh -c \"$0\" \"$@\"; else exec /bin/sh -c \"$0\" \"$@\"; fi";
        var line = account.Line("/bin/sh", "-c", $"{launch} >/dev/null 2>&1 </dev/null", Script, "undertaker", usersLock, pgCtl, data, ephemeral ?? string.Empty);
        return Process.Start(new ProcessStartInfo(line[0], line.Skip(1)) { WorkingDirectory = "/" })!;
    }
}
