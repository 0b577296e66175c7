using Microsoft.Extensions.Hosting;

namespace Gauntlet.Temporal.Server.Host;

/// <summary>The process that embeds the server ends it; signals of the console are not the server's business.</summary>
internal sealed class OwnedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
