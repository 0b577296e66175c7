namespace Temporalio.Client;

/// <summary>Options of one call to the server.</summary>
public class RpcOptions : ICloneable
{
    /// <summary>
    /// Whether the call is tried again as the connection's retry options say. Default null: raw calls are not, all
    /// others are.
    /// </summary>
    public bool? Retry { get; set; }

    /// <summary>Headers of this call, in place of the connection's of the same name. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>>? Metadata { get; set; }

    /// <summary>Binary headers of this call, their names ending in <c>-bin</c>. Default null: none.</summary>
    public IReadOnlyCollection<KeyValuePair<string, byte[]>>? BinaryMetadata { get; set; }

    /// <summary>Limit of the call. Default null: 30 s, 70 s for calls that wait for something to happen.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>Gives the call up. Default null: nothing does.</summary>
    public CancellationToken? CancellationToken { get; set; }

    /// <summary>Refuses payloads above these sizes. Default null: the server does.</summary>
    internal PayloadErrorLimits? PayloadErrors { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();

    /// <summary>Makes options that another token cancels as well.</summary>
    /// <param name="cancellationToken">The other token; null or one that never fires changes nothing.</param>
    /// <returns>
    /// The options, and the source of their token for the caller to dispose of after the call, null if none was needed.
    /// </returns>
    protected internal Tuple<RpcOptions, CancellationTokenSource?> WithAdditionalCancellationToken(
        CancellationToken? cancellationToken)
    {
        if (cancellationToken is not { CanBeCanceled: true } other)
        {
            return new(this, null);
        }

        var options = (RpcOptions)Clone();
        if (CancellationToken is not { } own)
        {
            options.CancellationToken = other;
            return new(options, null);
        }

        var source = CancellationTokenSource.CreateLinkedTokenSource(own, other);
        options.CancellationToken = source.Token;
        return new(options, source);
    }
}
