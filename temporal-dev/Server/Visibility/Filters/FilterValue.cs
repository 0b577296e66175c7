using System.Globalization;
using Gauntlet.Temporal.Server.Visibility.Attributes;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Reads a literal as what it is compared with: times, durations and statuses have a written form of their own.</summary>
internal static class FilterValue
{
    /// <summary>The value to compare with: a string, long, double, bool or <see cref="DateTimeOffset"/>.</summary>
    /// <exception cref="Grpc.GrpcException">INVALID_ARGUMENT: no such time, duration or status.</exception>
    public static object Of(object literal, string name, IndexedValueType type) => (type, name, literal) switch
    {
        (IndexedValueType.Datetime, _, string text) => Rfc3339.TryParse(text, out var time) ? time : throw FilterError.Invalid($"unable to parse datetime '{text}'"),
        (IndexedValueType.Datetime, _, long nanoseconds) => DateTimeOffset.UnixEpoch.AddTicks(nanoseconds / TimeSpan.NanosecondsPerTick),
        (_, "ExecutionStatus", string text) => Status(text),
        (_, "ExecutionDuration", string text) => DurationText.TryParse(text, out var nanoseconds)
            ? nanoseconds
            : throw FilterError.Of($"invalid value for search attribute {name}: {text} (invalid duration)"),
        _ => literal,
    };

    /// <summary>A value as text, for comparison with a keyword.</summary>
    public static string Text(object value) => value switch
    {
        bool truth => truth ? "1" : "0",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>A value as a number; null where it is none.</summary>
    public static double? Number(object value) => value switch
    {
        long whole => whole,
        double number => number,
        bool truth => truth ? 1 : 0,
        string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static object Status(string text)
    {
        foreach (var status in Enum.GetValues<WorkflowExecutionStatus>())
        {
            if (status != WorkflowExecutionStatus.Unspecified && string.Equals(status.ToString(), text, StringComparison.Ordinal)) return (long)status;
        }

        throw FilterError.Invalid($"invalid ExecutionStatus value '{text}'");
    }
}
