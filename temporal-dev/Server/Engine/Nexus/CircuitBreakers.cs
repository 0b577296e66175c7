using System.Collections.Concurrent;

namespace Gauntlet.Temporal.Server.Engine.Nexus;

/// <summary>One breaker for each namespace that calls and endpoint that it calls. A server that starts trusts all.</summary>
internal sealed class CircuitBreakers(TimeProvider clock)
{
    private readonly ConcurrentDictionary<(string Namespace, string Endpoint), CircuitBreaker> _breakers = new();

    public CircuitBreaker Of(string @namespace, string endpoint) => _breakers.GetOrAdd((@namespace, endpoint), _ => new(clock));

    public bool IsOpen(string @namespace, string endpoint) => _breakers.TryGetValue((@namespace, endpoint), out var breaker) && breaker.IsOpen;
}
