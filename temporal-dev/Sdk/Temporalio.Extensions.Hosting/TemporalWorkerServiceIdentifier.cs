namespace Temporalio.Extensions.Hosting;

/// <summary>Which of the workers of a host.</summary>
/// <param name="TaskQueue">Task queue.</param>
/// <param name="Version">Worker deployment version, null for none.</param>
/// <param name="VersionIsBuildId">Whether the version is a build id alone.</param>
public record TemporalWorkerServiceIdentifier(string TaskQueue, string? Version, bool VersionIsBuildId)
{
    /// <summary>Name of the worker's options.</summary>
    internal string OptionsName => $"__temporal_worker__{TaskQueue}__{Version}";
}
