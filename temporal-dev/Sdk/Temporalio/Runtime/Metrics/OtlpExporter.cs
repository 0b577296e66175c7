using System.Net.Http.Headers;
using Gauntlet.Temporal.Grpc;
using Google.Protobuf;
using OpenTelemetry.Proto.Collector.Metrics.V1;
using Level = Temporalio.Runtime.TelemetryFilterOptions.Level;

namespace Temporalio.Runtime.Metrics;

/// <summary>Sends metrics to a collector again and again, for as long as the process lives.</summary>
internal sealed class OtlpExporter : IDisposable
{
    private const string Target = RuntimeLogTargets.Telemetry + "::telemetry";

    private static readonly TimeSpan DefaultInterval = TimeSpan.FromSeconds(1);

    private readonly MetricStore _store;
    private readonly OpenTelemetryOptions _options;
    private readonly RuntimeLog _log;
    private readonly TimeProvider _clock;
    private readonly Uri _url;
    private readonly GrpcChannel? _channel;
    private readonly HttpClient? _http;
    private readonly ITimer _timer;
    private DateTimeOffset _since;
    private int _exporting;

    /// <summary>Begins to send.</summary>
    /// <exception cref="ArgumentException">The address is missing.</exception>
    public OtlpExporter(MetricStore store, OpenTelemetryOptions options, RuntimeLog log, TimeProvider clock)
    {
        _url = options.Url ?? throw new ArgumentException("OpenTelemetry metrics need a Url", nameof(options));
        _store = store;
        _options = options;
        _log = log;
        _clock = clock;
        _since = clock.GetUtcNow();
        if (options.Protocol == OpenTelemetryProtocol.Grpc)
        {
            _channel = new(new() { Target = _url.Authority, Tls = _url.Scheme == Uri.UriSchemeHttps ? new() : null });
        }
        else
        {
            _http = new();
        }

        var interval = options.MetricsExportInterval ?? DefaultInterval;
        _timer = clock.CreateTimer(static exporter => ((OtlpExporter)exporter!).Tick(), this, interval, interval);
    }

    /// <summary>Ends sending.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _channel?.Dispose();
        _http?.Dispose();
    }

    /// <summary>Sends what there is, unless that is being done already.</summary>
    internal async Task ExportAsync()
    {
        if (Interlocked.Exchange(ref _exporting, 1) == 1)
        {
            return;
        }

        try
        {
            var now = _clock.GetUtcNow();
            var request = OtlpMetrics.Export(_store, _options.MetricTemporality, _since, now);
            if (_options.MetricTemporality == OpenTelemetryMetricTemporality.Delta)
            {
                _since = now;
            }

            await SendAsync(request);
        }
        catch (Exception e) when (e is GrpcException or HttpRequestException or OperationCanceledException or ObjectDisposedException)
        {
            _log.Write(Level.Error, Target, "Failed to export metrics", new Dictionary<string, string> { ["error"] = e.Message });
        }
        finally
        {
            Volatile.Write(ref _exporting, 0);
        }
    }

    // An export says itself what went wrong with it.
    private void Tick() => _ = ExportAsync();

    private async Task SendAsync(ExportMetricsServiceRequest request)
    {
        if (_channel is { } channel)
        {
            await channel.CallAsync(
                "opentelemetry.proto.collector.metrics.v1.MetricsService",
                "Export",
                request,
                ExportMetricsServiceResponse.Parser,
                new() { Timeout = TimeSpan.FromSeconds(10), Metadata = Headers() });
            return;
        }

        using var message = new HttpRequestMessage(HttpMethod.Post, _url) { Content = new ByteArrayContent(request.ToByteArray()) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-protobuf");
        foreach (var (name, value) in Headers())
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _http!.SendAsync(message);
        response.EnsureSuccessStatusCode();
    }

    private Dictionary<string, string> Headers() =>
        (_options.Headers ?? []).ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
}
