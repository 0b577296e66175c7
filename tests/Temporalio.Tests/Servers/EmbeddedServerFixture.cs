using Gauntlet.Temporal.Server;

namespace Temporalio.Tests.Servers;

/// <summary>The embedded server on the real clock.</summary>
public sealed class EmbeddedServerFixture : ServerFixture
{
    private EmbeddedServer? _server;

    public override async Task DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    protected override async Task StartAsync()
    {
        _server = await EmbeddedServer.StartAsync(new EmbeddedServerOptions());
        Address = _server.Address;
    }
}
