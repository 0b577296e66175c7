using System.Diagnostics;
using OpenTelemetry;
using Temporalio.Worker.Interceptors;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Spans of activities.</summary>
internal sealed class ActivitySpans(Tracer tracer, ActivityInboundInterceptor next) : ActivityInboundInterceptor(next)
{
    public override async Task<object?> ExecuteActivityAsync(ExecuteActivityInput input)
    {
        var before = Baggage.Current;
        var caller = tracer.Root.Read(input.Headers);
        if (caller is { } found)
        {
            Baggage.Current = found.Baggage;
        }

        using var span = TracingInterceptor.ActivitiesSource.StartActivity(
            $"RunActivity:{input.Activity.Name}", ActivityKind.Server, caller?.ActivityContext ?? default, tracer.Root.ActivityTags());
        try
        {
            return await base.ExecuteActivityAsync(input);
        }
        catch (Exception e)
        {
            SpanErrors.Record(span, e);
            throw;
        }
        finally
        {
            Baggage.Current = before;
        }
    }
}
