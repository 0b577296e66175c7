using System.Collections.Frozen;

namespace Gauntlet.Temporal.Server.Versioning;

/// <summary>Which version of its workers a task queue's tasks go to: a pure decision from what deployments say of the queue.</summary>
internal sealed record QueueRouting
{
    private const float Whole = 100;

    /// <summary>Versions whose workers poll the queue.</summary>
    public FrozenSet<WorkerVersion> Versions { get; init; } = [];

    /// <summary>The version that gets runs; null for workers without one.</summary>
    public WorkerVersion? Current { get; init; }

    /// <summary>When that was set; null where nothing was.</summary>
    public DateTimeOffset? CurrentChanged { get; init; }

    /// <summary>True if a share of runs goes elsewhere.</summary>
    public bool IsRamping { get; init; }

    /// <summary>Where that share goes; null for workers without a version.</summary>
    public WorkerVersion? Ramping { get; init; }

    /// <summary>The share, 0 to 100.</summary>
    public float RampPercentage { get; init; }

    /// <summary>When the ramp was set; null without one.</summary>
    public DateTimeOffset? RampChanged { get; init; }

    /// <summary>The version that a task goes to; null for workers without one.</summary>
    /// <param name="directive">What the task's run wants; null where it wants nothing.</param>
    /// <param name="workflowId">Decides, by its hash, on which side of a ramp the run is: always the same.</param>
    public WorkerVersion? Target(VersionDirective? directive, string workflowId)
    {
        // An activity of a pinned run on a queue that its version knows nothing of goes its own way.
        if (directive?.Pinned is { } pinned && (!directive.IsFreeElsewhere || Versions.Contains(pinned))) return pinned;
        return IsRamping && IsInRamp(workflowId) ? Ramping : Current;
    }

    /// <summary>Where a queue's tasks go that no deployment knows of.</summary>
    public static WorkerVersion? TargetWithout(VersionDirective? directive) => directive is { IsFreeElsewhere: false } ? directive.Pinned : null;

    /// <summary>What the deployments of a namespace say of a queue; null where none of their versions knows it.</summary>
    public static QueueRouting? Of(IEnumerable<Deployment> deployments, VersionQueue queue)
    {
        var routing = new QueueRouting();
        var versions = new HashSet<WorkerVersion>();
        foreach (var deployment in deployments)
        {
            var members = deployment.Versions.Values.Where(version => version.Queues.Contains(queue)).ToList();
            foreach (var version in members)
            {
                versions.Add(deployment.Version(version.Build));
                routing = routing.With(deployment, version);
            }

            // Workers without a version ramp on the queues of the version that is current.
            if (deployment.Ramp is { Build: null } ramp && members.Exists(version => version.Build == deployment.Current))
                routing = routing.WithRamp(null, ramp.Percentage, deployment.RampShareChanged);
        }

        return versions.Count == 0 ? null : routing with { Versions = versions.ToFrozenSet() };
    }

    // Of two deployments on one queue the one that was changed last has it.
    private QueueRouting With(Deployment deployment, DeploymentVersion version)
    {
        if (version.CurrentSince is not null && !(version.RoutingChanged <= CurrentChanged))
            return this with { Current = deployment.Version(version.Build), CurrentChanged = version.RoutingChanged };
        return version.RampingSince is not null && deployment.Ramp is { } ramp
            ? WithRamp(deployment.Version(version.Build), ramp.Percentage, version.RoutingChanged)
            : this;
    }

    private QueueRouting WithRamp(WorkerVersion? version, float percentage, DateTimeOffset? changed) =>
        changed <= RampChanged ? this : this with { IsRamping = true, Ramping = version, RampPercentage = percentage, RampChanged = changed };

    private bool IsInRamp(string workflowId) =>
        RampPercentage >= Whole || RampPercentage > Whole * (FarmHash.Fingerprint(workflowId) / (uint.MaxValue + 1.0));
}
