namespace Temporalio.Common;

/// <summary>Which of several waiting tasks of a task queue comes first.</summary>
public sealed record Priority
{
    /// <summary>Creates a priority.</summary>
    /// <param name="priorityKey">From 1, smaller is sooner; null leaves it to the server.</param>
    /// <param name="fairnessKey">Group among which tasks of a priority are shared out fairly.</param>
    /// <param name="fairnessWeight">Weight of that group, from 0.001 to 1000.</param>
    public Priority(int? priorityKey = null, string? fairnessKey = null, float? fairnessWeight = null)
    {
        PriorityKey = priorityKey;
        FairnessKey = fairnessKey;
        FairnessWeight = fairnessWeight;
    }

    /// <summary>Nothing set: what is inherited, or the server's default.</summary>
    public static Priority Default { get; } = new();

    /// <summary>From 1, smaller is sooner; null leaves it to the server.</summary>
    public int? PriorityKey { get; init; }

    /// <summary>Group among which tasks of a priority are shared out fairly; null means none.</summary>
    public string? FairnessKey { get; init; }

    /// <summary>Weight of that group, from 0.001 to 1000; null means 1.</summary>
    public float? FairnessWeight { get; init; }

    /// <summary>Reads a priority from the wire, where 0 and empty mean not set.</summary>
    internal static Priority FromProto(Api.Common.V1.Priority proto) => new(
        proto.PriorityKey == 0 ? null : proto.PriorityKey,
        proto.FairnessKey.Length == 0 ? null : proto.FairnessKey,
        proto.FairnessWeight == 0 ? null : proto.FairnessWeight);

    /// <summary>Writes the priority for the wire.</summary>
    internal Api.Common.V1.Priority ToProto() => new()
    {
        PriorityKey = PriorityKey ?? 0,
        FairnessKey = FairnessKey ?? string.Empty,
        FairnessWeight = FairnessWeight ?? 0,
    };
}
