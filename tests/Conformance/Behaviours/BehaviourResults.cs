using Temporalio.Tests.Servers;

namespace Gauntlet.Conformance.Tests.Behaviours;

/// <summary>What was seen on a server, played once for all tests of a class and written beside the tests.</summary>
public sealed class BehaviourResults
{
    private readonly Lock _gate = new();
    private IReadOnlyDictionary<string, string>? _seen;

    internal IReadOnlyDictionary<string, string> Of(ServerFixture server)
    {
        lock (_gate)
        {
            if (_seen is null)
            {
                _seen = Task.Run(() => BehaviourRun.PlayAsync(server.Client)).GetAwaiter().GetResult();
                var lines = _seen.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}\t{pair.Value}");
                File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, $"seen.{server.GetType().Name}.txt"), lines);
            }

            return _seen;
        }
    }
}
