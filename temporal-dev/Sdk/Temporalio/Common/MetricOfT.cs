namespace Temporalio.Common;

/// <summary>A metric of user code.</summary>
/// <typeparam name="T">Type of its values.</typeparam>
public abstract class Metric<T> : Metric
    where T : struct
{
    /// <summary>Creates a metric.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    private protected Metric(string name, string? unit, string? description)
        : base(name, unit, description)
    {
    }
}
