using Temporalio.Converters;

namespace Temporalio.Client.Interceptors;

/// <summary>Input of completing an activity from outside its worker.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Result">Result.</param>
/// <param name="Options">Options, null for the defaults.</param>
/// <param name="DataConverterOverride">Converter in place of the client's.</param>
public record CompleteAsyncActivityInput(
    AsyncActivityHandle.Reference Activity,
    object? Result,
    AsyncActivityCompleteOptions? Options,
    DataConverter? DataConverterOverride = null);
