using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of failing an activity from outside its worker.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Exception">Why it failed.</param>
/// <param name="Options">Options, null for the defaults.</param>
/// <param name="DataConverterOverride">Converter in place of the client's.</param>
public record FailAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    Exception Exception,
    AsyncActivityFailOptions? Options,
    DataConverter? DataConverterOverride = null);
