using System.Runtime.InteropServices;

namespace Temporalio.Client;

/// <summary>
/// What a worker needs of a client. Temporal's native package keeps a native client behind it; here it is the
/// connection itself, and workers accept no other.
/// </summary>
public interface IBridgeClientProvider
{
    /// <summary>The native client; null, because this implementation is managed through and through.</summary>
    SafeHandle? BridgeClient { get; }
}
