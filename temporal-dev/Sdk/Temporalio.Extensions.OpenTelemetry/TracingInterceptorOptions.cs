using OpenTelemetry.Context.Propagation;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Options of a <see cref="TracingInterceptor"/>.</summary>
public class TracingInterceptorOptions : ICloneable
{
    /// <summary>Temporal header that carries the trace. Default <c>_tracer-data</c>, as all of Temporal's SDKs have it.</summary>
    public string HeaderKey { get; set; } = "_tracer-data";

    /// <summary>Writes traces to the header and reads them. Default W3C trace context and baggage.</summary>
    public TextMapPropagator Propagator { get; set; } =
        new CompositeTextMapPropagator([new TraceContextPropagator(), new BaggagePropagator()]);

    /// <summary>Tag of the workflow id; null for none. Default <c>temporalWorkflowID</c>.</summary>
    public string? TagNameWorkflowId { get; set; } = "temporalWorkflowID";

    /// <summary>Tag of the run id; null for none. Default <c>temporalRunID</c>.</summary>
    public string? TagNameRunId { get; set; } = "temporalRunID";

    /// <summary>Tag of the activity id; null for none. Default <c>temporalActivityID</c>.</summary>
    public string? TagNameActivityId { get; set; } = "temporalActivityID";

    /// <summary>Tag of the update id; null for none. Default <c>temporalUpdateID</c>.</summary>
    public string? TagNameUpdateId { get; set; } = "temporalUpdateID";

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
