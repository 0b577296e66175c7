namespace Temporalio.Client;

/// <summary>Options of failing an activity from outside its worker.</summary>
public class AsyncActivityFailOptions : ICloneable
{
    /// <summary>Details of a last heartbeat. Default null: none.</summary>
    public IReadOnlyCollection<object?>? LastHeartbeatDetails { get; set; }

    /// <summary>Options of the call. Default null: the defaults.</summary>
    public RpcOptions? Rpc { get; set; }

    /// <summary>Makes a copy; nested options are copied too.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone()
    {
        var copy = (AsyncActivityFailOptions)MemberwiseClone();
        copy.Rpc = (RpcOptions?)Rpc?.Clone();
        return copy;
    }
}
