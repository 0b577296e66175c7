using Google.Protobuf.WellKnownTypes;
using Temporalio.Client;
using Temporalio.Exceptions;

namespace Gauntlet.Host.Composition;

/// <summary>The clock of a server that skips time: it runs free only while somebody waits for a result.</summary>
internal sealed class TimeSkipping : IAsyncDisposable
{
    private readonly TestService? _service;

    private TimeSkipping(TestService? service) => _service = service;

    /// <summary>Whether a server skips time at all.</summary>
    public static async Task<bool> IsServedAsync(ITemporalClient client, CancellationToken cancellation)
    {
        try
        {
            await client.Connection.TestService.GetCurrentTimeAsync(new Empty(), new() { CancellationToken = cancellation });
            return true;
        }
        catch (RpcException error) when (error.Code is RpcException.StatusCode.Unimplemented or RpcException.StatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>Lets time skip until disposed.</summary>
    /// <param name="client">A client of the server.</param>
    /// <param name="skips">Whether it skips time; nothing happens if not.</param>
    public static async Task<TimeSkipping> UnlockAsync(ITemporalClient client, bool skips)
    {
        if (!skips) return new(null);
        var service = client.Connection.TestService;
        await service.UnlockTimeSkippingAsync(new());
        return new(service);
    }

    public async ValueTask DisposeAsync()
    {
        if (_service is not null) await _service.LockTimeSkippingAsync(new());
    }
}
