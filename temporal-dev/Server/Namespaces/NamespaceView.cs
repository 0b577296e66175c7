using Gauntlet.Temporal.Server.Cluster;
using Google.Protobuf.WellKnownTypes;
using Temporalio.Api.Enums.V1;
using Temporalio.Api.Namespace.V1;
using Temporalio.Api.Replication.V1;

namespace Gauntlet.Temporal.Server.Namespaces;

/// <summary>Shows a namespace as the API's messages.</summary>
internal static class NamespaceView
{
    /// <summary>Name, state, owner and what it can do.</summary>
    public static NamespaceInfo Info(NamespaceEntry entry)
    {
        var info = new NamespaceInfo
        {
            Name = entry.Name,
            State = entry.State,
            Description = entry.Description,
            OwnerEmail = entry.OwnerEmail,
            Id = entry.Id,
            Capabilities = new() { EagerWorkflowStart = true, SyncUpdate = true, AsyncUpdate = true },
            SupportsSchedules = true,
        };
        foreach (var (key, value) in entry.Data) info.Data.Add(key, value);
        return info;
    }

    /// <summary>Retention; nothing is archived.</summary>
    public static NamespaceConfig Config(NamespaceEntry entry) => new()
    {
        WorkflowExecutionRetentionTtl = Duration.FromTimeSpan(entry.Retention),
        BadBinaries = new(),
        HistoryArchivalState = ArchivalState.Disabled,
        VisibilityArchivalState = ArchivalState.Disabled,
    };

    /// <summary>The one cluster that there is.</summary>
    public static NamespaceReplicationConfig Replication(NamespaceEntry entry) => new()
    {
        ActiveClusterName = ClusterEndpoints.ClusterName,
        Clusters = { new ClusterReplicationConfig { ClusterName = ClusterEndpoints.ClusterName } },
        // The real server says it of registered namespaces only.
        State = entry.IsRegistered ? ReplicationState.Normal : ReplicationState.Unspecified,
    };
}
