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
    /// <param name="entry">The namespace.</param>
    /// <param name="attributes">Search attributes that users defined in it: shown as the columns of a SQL store that they would take.</param>
    public static NamespaceConfig Config(NamespaceEntry entry, IReadOnlyDictionary<string, IndexedValueType> attributes)
    {
        var config = new NamespaceConfig
        {
            WorkflowExecutionRetentionTtl = Duration.FromTimeSpan(entry.Retention),
            BadBinaries = new(),
            HistoryArchivalState = ArchivalState.Disabled,
            VisibilityArchivalState = ArchivalState.Disabled,
        };
        foreach (var type in attributes.GroupBy(static a => a.Value))
        {
            foreach (var (i, name) in type.Select(static a => a.Key).Order(StringComparer.Ordinal).Index()) config.CustomSearchAttributeAliases.Add($"{type.Key}{i + 1:00}", name);
        }

        return config;
    }

    /// <summary>The one cluster that there is.</summary>
    public static NamespaceReplicationConfig Replication(NamespaceEntry entry) => new()
    {
        ActiveClusterName = ClusterEndpoints.ClusterName,
        Clusters = { new ClusterReplicationConfig { ClusterName = ClusterEndpoints.ClusterName } },
        // The real server says it of registered namespaces only.
        State = entry.IsRegistered ? ReplicationState.Normal : ReplicationState.Unspecified,
    };
}
