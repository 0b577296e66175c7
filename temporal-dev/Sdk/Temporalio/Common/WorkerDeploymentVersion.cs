namespace Temporalio.Common;

/// <summary>A version of a worker deployment.</summary>
/// <param name="DeploymentName">Name of the deployment, without a dot.</param>
/// <param name="BuildId">Build within it.</param>
public sealed record WorkerDeploymentVersion(string DeploymentName, string BuildId)
{
    /// <summary>Reads <c>name.build</c>.</summary>
    /// <param name="canonical">Text to read.</param>
    /// <returns>The version.</returns>
    /// <exception cref="ArgumentException">There is no dot in it.</exception>
    public static WorkerDeploymentVersion FromCanonicalString(string canonical)
    {
        var dot = canonical.IndexOf('.', StringComparison.Ordinal);
        return dot < 0
            ? throw new ArgumentException(
                $"Cannot parse worker deployment version '{canonical}': write it as NAME.BUILD", nameof(canonical))
            : new(canonical[..dot], canonical[(dot + 1)..]);
    }

    /// <summary>Writes <c>name.build</c>.</summary>
    /// <returns>The text.</returns>
    public string ToCanonicalString() => $"{DeploymentName}.{BuildId}";

    /// <summary>Reads a version from the wire.</summary>
    internal static WorkerDeploymentVersion FromProto(Api.Deployment.V1.WorkerDeploymentVersion proto) =>
        new(proto.DeploymentName, proto.BuildId);

    /// <summary>Writes the version for the wire.</summary>
    internal Api.Deployment.V1.WorkerDeploymentVersion ToProto() =>
        new() { DeploymentName = DeploymentName, BuildId = BuildId };
}
