namespace Temporalio.Client;

/// <summary>Options of a list.</summary>
public class WorkflowListOptions : ICloneable
{
    /// <summary>Most workflows to list; 0 (the default) sets no limit.</summary>
    public int Limit { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowListOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
