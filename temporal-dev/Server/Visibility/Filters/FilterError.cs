using Gauntlet.Temporal.Grpc;

namespace Gauntlet.Temporal.Server.Visibility.Filters;

/// <summary>Refusals of filters, worded as the real server does.</summary>
internal static class FilterError
{
    /// <summary>The text cannot be parsed; positions count the statement that the real server wraps around a filter.</summary>
    public static GrpcException Syntax(FilterToken at, int prefix) =>
        Of($"malformed SQL query: syntax error at position {prefix + at.End + 1}{Near(at)}");

    /// <summary>It can be parsed, but says nothing that can be evaluated.</summary>
    public static GrpcException Invalid(string what) => Of($"invalid expression: {what}");

    /// <summary>It is SQL, but not of the part that filters may use.</summary>
    public static GrpcException Unsupported(string what) => Of($"operation is not supported: {what}");

    /// <summary>Any other refusal of a filter.</summary>
    public static GrpcException Of(string what) => new(GrpcStatusCode.InvalidArgument, $"invalid query: {what}");

    private static string Near(FilterToken at) => at.Kind switch
    {
        FilterTokenKind.Symbol or FilterTokenKind.End => string.Empty,
        FilterTokenKind.Word when FilterParser.IsReserved(at) => $" near '{at.Text.ToLowerInvariant()}'",
        _ => at.Text.Length == 0 ? string.Empty : $" near '{at.Text}'",
    };
}
