namespace Gauntlet.Storage.Cluster;

/// <summary>As whom the cluster runs: the caller, or the user <c>postgres</c> when the caller is root, because PostgreSQL refuses root.</summary>
internal sealed class ClusterAccount
{
    private const string Owner = "postgres";
    private readonly string[] _prefix;

    private ClusterAccount(params string[] prefix) => _prefix = prefix;

    /// <summary>Whether programs run as another user than the caller.</summary>
    public bool IsOther => _prefix.Length > 0;

    /// <exception cref="ClusterException">The caller is root and there is no other user to run as.</exception>
    public static ClusterAccount Choose()
    {
        if (!Environment.IsPrivilegedProcess) return new();
        if (Command.Run("/bin/sh", "-c", $"id -u {Owner}").ExitCode != 0)
        {
            throw new ClusterException($"PostgreSQL does not run as root, and there is no user {Owner}. Add one (useradd --system {Owner}), or run gauntlet as an ordinary user.");
        }

        return Command.Run("/bin/sh", "-c", "command -v setpriv").ExitCode == 0
            ? new("setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--init-groups", "--")
            : new("runuser", "-u", Owner, "--");
    }

    /// <summary>A command line as this user.</summary>
    public string[] Line(params string[] line) => [.. _prefix, .. line];

    /// <summary>Makes the cluster's directory, readable to nobody else.</summary>
    /// <returns>The directory, and why it is another than asked for; null when it is the one.</returns>
    public (string Directory, string? Notice) Prepare(string directory)
    {
        Make(directory);
        if (!IsOther || Command.Run(Line("test", "-w", directory)).ExitCode == 0) return (directory, null);

        // Somewhere above, a directory is closed to others; a name made of the path keeps clusters of several places apart.
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(directory)))[..16];
        var elsewhere = $"/var/tmp/gauntlet-{hash}";
        Make(elsewhere);
        return (elsewhere, $"The database lies in {elsewhere}, because the user {Owner} cannot reach {directory}.");
    }

    private void Make(string directory)
    {
        Directory.CreateDirectory(directory);
        File.SetUnixFileMode(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!IsOther) return;
        var changed = Command.Run("chown", $"{Owner}:", directory);
        if (changed.ExitCode != 0) throw new ClusterException($"{directory} cannot be given to the user {Owner}: {changed.Error.Trim()}. Choose another directory by GAUNTLET_HOME.");
    }
}
