namespace Temporalio.Client;

/// <summary>Options of one page of a list.</summary>
public class WorkflowListPaginatedOptions : ICloneable
{
    /// <summary>Most workflows on the page; 0 (the default) leaves it to the server.</summary>
    public int PageSize { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (WorkflowListPaginatedOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
