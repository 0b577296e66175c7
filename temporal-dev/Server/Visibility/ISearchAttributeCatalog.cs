using Gauntlet.Temporal.Grpc;
using Temporalio.Api.Common.V1;
using Temporalio.Api.Enums.V1;

namespace Gauntlet.Temporal.Server.Visibility;

/// <summary>The search attributes that exist: those of the system, and those that users registered in a namespace.</summary>
internal interface ISearchAttributeCatalog
{
    /// <summary>Finds the type of an attribute that may be used in filters of the namespace.</summary>
    bool TryGetType(string @namespace, string name, out IndexedValueType type);

    /// <summary>Checks attributes that a caller wants to set on a run. Null and empty pass.</summary>
    /// <exception cref="GrpcException">INVALID_ARGUMENT: unknown name, name of the system, value of another type, or too large.</exception>
    void Validate(string @namespace, SearchAttributes? attributes);
}
