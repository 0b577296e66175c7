namespace Temporalio.Runtime;

/// <summary>How metrics travel to an OpenTelemetry collector.</summary>
public enum OpenTelemetryProtocol
{
    /// <summary>gRPC, usually port 4317.</summary>
    Grpc = 0,

    /// <summary>Protobuf by HTTP POST, usually port 4318 and path <c>/v1/metrics</c>.</summary>
    Http = 1,
}
