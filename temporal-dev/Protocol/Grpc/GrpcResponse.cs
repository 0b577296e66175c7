using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;
using Google.Rpc;

namespace Gauntlet.Temporal.Grpc;

/// <summary>Turns what HTTP answered into a status.</summary>
internal static class GrpcResponse
{
    /// <summary>The error that the headers or trailers tell of; null when the call succeeded or they do not say yet.</summary>
    public static GrpcException? Error(HttpHeaders headers)
    {
        if (Value(headers, GrpcWire.StatusHeader) is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return new(GrpcStatusCode.Unknown, $"grpc-status \"{text}\" is not a number.");
        if (number == (int)GrpcStatusCode.OK) return null;
        var detail = GrpcWire.DecodeMessage(Value(headers, GrpcWire.MessageHeader) ?? string.Empty);
        return new((GrpcStatusCode)number, detail, Details(headers));
    }

    /// <summary>The error of an answer that is not gRPC at all; null when it is.</summary>
    public static GrpcException? NotGrpc(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK) return new(FromHttp(response.StatusCode), $"The server answered with HTTP status {(int)response.StatusCode}.");
        var type = response.Content.Headers.ContentType?.MediaType;
        return type?.StartsWith(GrpcWire.ContentType, StringComparison.Ordinal) == true ? null : new(GrpcStatusCode.Unknown, $"The server answered with content type \"{type}\" instead of gRPC.");
    }

    private static Status? Details(HttpHeaders headers)
    {
        if (Value(headers, GrpcWire.StatusDetailsHeader) is not { } text) return null;
        try
        {
            return Status.Parser.ParseFrom(GrpcWire.DecodeBinary(text));
        }
        catch (Exception error) when (error is FormatException or InvalidProtocolBufferException)
        {
            // The status itself stands; details that cannot be read are as good as none.
            return null;
        }
    }

    // The mapping of the gRPC specification (doc/http-grpc-status-mapping.md).
    private static GrpcStatusCode FromHttp(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest => GrpcStatusCode.Internal,
        HttpStatusCode.Unauthorized => GrpcStatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => GrpcStatusCode.PermissionDenied,
        HttpStatusCode.NotFound => GrpcStatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout => GrpcStatusCode.Unavailable,
        _ => GrpcStatusCode.Unknown,
    };

    private static string? Value(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? string.Join(',', values) : null;
}
