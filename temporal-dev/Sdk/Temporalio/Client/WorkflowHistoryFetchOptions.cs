using Temporalio.Api.Enums.V1;

namespace Temporalio.Client;

/// <summary>Options of fetching a history.</summary>
public class WorkflowHistoryFetchOptions : ICloneable
{
    /// <summary>Which events. Default all.</summary>
    public HistoryEventFilterType EventFilterType { get; set; } = HistoryEventFilterType.AllEvent;

    /// <summary>Whether archived histories are left out. Default false.</summary>
    public bool SkipArchival { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowHistoryFetchOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
