namespace Gauntlet.Proofs.Processes;

/// <summary>A temporary folder that a database may lie in.</summary>
internal sealed class ProofFolder : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Makes it.</summary>
    public ProofFolder()
    {
        // The database runs as another user when this is root, and must get in.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Path, Own | Others);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("gauntlet-proof-").FullName;

    /// <summary>Deletes it with everything in it.</summary>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
