using System.Collections.Concurrent;
using Gauntlet.Temporal.Grpc;
using Google.Protobuf;
using Temporalio.Common;
using Temporalio.Runtime;
using Level = Temporalio.Runtime.TelemetryFilterOptions.Level;

namespace Temporalio.Client;

/// <summary>Counts and times the calls of a connection, and logs those that go on failing.</summary>
/// <remarks>Names and tags of Temporal's Core (docs.temporal.io/references/sdk-metrics).</remarks>
internal sealed class RpcMetrics(TemporalRuntime runtime)
{
    // Core speaks up after this many tries.
    private const int TriesBeforeWarning = 5;

    private readonly Kind _ordinary = new(runtime.OwnMeter, string.Empty);
    private readonly Kind _long = new(runtime.OwnMeter, "long_");
    private readonly bool _isOff = ReferenceEquals(runtime.MetricMeter, NoopMetricMeter.Instance);

    /// <summary>What is to be told of the end of each try of a call.</summary>
    public Action<int, TimeSpan, GrpcException?> For(string service, string rpc, IMessage request)
    {
        var kind = RpcTimeouts.IsLongPoll(request) ? _long : _ordinary;
        return (number, elapsed, error) =>
        {
            if (!_isOff)
            {
                kind.Of(rpc, RpcHeaders.NamespaceOf(request)).Record(elapsed, error);
            }

            if (error is not null)
            {
                Log(service, rpc, number, error);
            }
        };
    }

    private void Log(string service, string rpc, int number, GrpcException error)
    {
        var level = number >= TriesBeforeWarning ? Level.Warn : Level.Debug;
        const string Target = RuntimeLogTargets.Client + "::retry";
        if (runtime.Log.IsEnabled(Target, level))
        {
            runtime.Log.Write(
                level,
                Target,
                $"gRPC call {rpc} failed, try {number}",
                new Dictionary<string, string> { ["service"] = service, ["code"] = error.Code.ToString(), ["error"] = error.Detail });
        }
    }

    private sealed class Kind(MetricMeter meter, string infix)
    {
        private readonly ConcurrentDictionary<(string Rpc, string? Namespace), Operation> _operations = new();

        public Operation Of(string rpc, string? name) => _operations.GetOrAdd((rpc, name), Make);

        private Operation Make((string Rpc, string? Namespace) key)
        {
            var tags = new List<KeyValuePair<string, object>> { new("operation", key.Rpc) };
            if (key.Namespace is { } name)
            {
                tags.Add(new("namespace", name));
            }

            return new(meter.WithTags(tags), infix);
        }
    }

    private sealed class Operation(MetricMeter meter, string infix)
    {
        private readonly MetricCounter<long> _requests = meter.CreateCounter<long>($"{infix}request", null, "Calls to the server, each try alone");
        private readonly MetricCounter<long> _failures = meter.CreateCounter<long>($"{infix}request_failure", null, "Calls to the server that failed, each try alone");
        private readonly MetricHistogram<TimeSpan> _latency = meter.CreateHistogram<TimeSpan>($"{infix}request_latency", null, "Time of calls to the server, each try alone");

        public void Record(TimeSpan elapsed, GrpcException? error)
        {
            _requests.Add(1);
            _latency.Record(elapsed);
            if (error is not null)
            {
                _failures.Add(1, [new("status_code", CodeName(error.Code))]);
            }
        }

        // As gRPC spells its codes: DEADLINE_EXCEEDED.
        private static string CodeName(GrpcStatusCode code) => code == GrpcStatusCode.OK
            ? "OK"
            : string.Concat(code.ToString().Select((letter, i) => i > 0 && char.IsAsciiLetterUpper(letter) ? $"_{letter}" : $"{char.ToUpperInvariant(letter)}"));
    }
}
