using Temporalio.Api.Sdk.V1;

namespace Temporalio.Worker.Instances;

/// <summary>Words that are shown with what code asked for.</summary>
internal static class CallMetadata
{
    /// <summary>Metadata to send; null if there are no words.</summary>
    public static UserMetadata? Of(WorkflowInstance instance, string? summary, string? details = null)
    {
        if (summary == null && details == null)
        {
            return null;
        }

        var converter = instance.Converter.PayloadConverter;
        return new()
        {
            Summary = summary == null ? null : converter.ToPayload(summary),
            Details = details == null ? null : converter.ToPayload(details),
        };
    }
}
