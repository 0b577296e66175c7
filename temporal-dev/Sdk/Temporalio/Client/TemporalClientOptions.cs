using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Temporalio.Api.Enums.V1;
using Temporalio.Client.Interceptors;
using Temporalio.Converters;

namespace Temporalio.Client;

/// <summary>How a client works on its connection.</summary>
public class TemporalClientOptions : ICloneable
{
    /// <summary>Namespace of every call. Default <c>default</c>.</summary>
    public string Namespace { get; set; } = "default";

    /// <summary>Converter of values and failures. Default <see cref="DataConverter.Default"/>.</summary>
    public DataConverter DataConverter { get; set; } = DataConverter.Default;

    /// <summary>Interceptors, the first outermost. Default null: none.</summary>
    public IReadOnlyCollection<IClientInterceptor>? Interceptors { get; set; }

    /// <summary>Makes loggers. Default: none.</summary>
    public ILoggerFactory LoggerFactory { get; set; } = NullLoggerFactory.Instance;

    /// <summary>When queries are refused. Default null: never.</summary>
    public QueryRejectCondition? QueryRejectCondition { get; set; }

    /// <summary>Plugins, the first outermost. Default null: none.</summary>
    public IReadOnlyCollection<ITemporalClientPlugin>? Plugins { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
