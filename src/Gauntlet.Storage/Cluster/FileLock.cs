namespace Gauntlet.Storage.Cluster;

/// <summary>Advisory locks on a file (flock), which the kernel takes away from a process that ends, however it ends.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Locks at once, or not at all.</summary>
    /// <returns>The lock until disposed; null when somebody else has it, or the file is to be opened and not there.</returns>
    public static FileStream? Try(string path, FileMode mode, FileShare share)
    {
        try
        {
            // .NET takes a shared flock for FileShare.Read and an exclusive one for FileShare.None.
            return new(path, mode, share == FileShare.None ? FileAccess.ReadWrite : FileAccess.Read, share, bufferSize: 1);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for a lock.</summary>
    /// <exception cref="ClusterException">It did not come within the time.</exception>
    public static async Task<FileStream> TakeAsync(string path, FileShare share, TimeSpan patience, CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < patience; waited += Pause)
        {
            if (Try(path, FileMode.OpenOrCreate, share) is { } taken) return taken;
            await Task.Delay(Pause, cancellation);
        }

        throw new ClusterException($"{path} stays locked by another process. End the gauntlet processes that use this directory, or set GAUNTLET_HOME to another one.");
    }
}
