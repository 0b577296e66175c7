using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of a heartbeat from outside a worker.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Options">Options, null for the defaults.</param>
/// <param name="DataConverterOverride">Converter in place of the client's.</param>
public record HeartbeatAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    AsyncActivityHeartbeatOptions? Options,
    DataConverter? DataConverterOverride = null);
