using System.Diagnostics;
using Temporalio.Api.Enums.V1;
using Temporalio.Exceptions;

namespace Temporalio.Extensions.OpenTelemetry;

/// <summary>Notes errors on spans.</summary>
internal static class SpanErrors
{
    /// <summary>Notes an exception; a benign failure does not make the span one of error.</summary>
    public static void Record(Activity? span, Exception exception)
    {
        if (exception is not ApplicationFailureException { Category: ApplicationErrorCategory.Benign })
        {
            span?.SetStatus(ActivityStatusCode.Error, exception.Message);
        }

        span?.AddException(exception);
    }

    /// <summary>Whether an exception ends a workflow or update; others fail only the workflow task.</summary>
    public static bool IsFailure(Exception exception) => exception is FailureException or OperationCanceledException;
}
