using Gauntlet.Contracts;
using Temporalio.Converters;

namespace Gauntlet.Host.Composition;

/// <summary>The one place that says how values become payloads: JSON in camel case.</summary>
internal static class Payloads
{
    public static DataConverter Converter { get; } = new(new DefaultPayloadConverter(ContractJson.Options), new DefaultFailureConverter());
}
