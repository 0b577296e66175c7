using System.Collections.Concurrent;
using System.Diagnostics;
using Temporalio.Extensions.OpenTelemetry;

namespace Temporalio.Tests.Extensions;

/// <summary>Remembers the spans of the SDK.</summary>
internal sealed class SpanRecorder : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityListener _listener;

    public SpanRecorder()
    {
        string[] sources = [TracingInterceptor.ClientSource.Name, TracingInterceptor.WorkflowsSource.Name, TracingInterceptor.ActivitiesSource.Name];
        _listener = new()
        {
            ShouldListenTo = source => sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The only span of a name.</summary>
    public Activity this[string name] => All(name).Single();

    public IReadOnlyList<Activity> All(string name) => [.. _spans.Where(span => span.DisplayName == name)];

    /// <summary>The tree of spans: <c>parent/child</c> in the order of their times, each path once.</summary>
    public IReadOnlyList<string> Tree() => [.. _spans.Select(PathOf).Distinct().Order(StringComparer.Ordinal)];

    public void Dispose() => _listener.Dispose();

    private string PathOf(Activity span) => _spans.FirstOrDefault(other => other.SpanId == span.ParentSpanId) is { } parent
        ? $"{PathOf(parent)}/{span.DisplayName}"
        : span.DisplayName;
}
