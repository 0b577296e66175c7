namespace Temporalio.Common;

/// <summary>A metric of user code.</summary>
public abstract class Metric
{
    /// <summary>Creates a metric.</summary>
    /// <param name="name">Name.</param>
    /// <param name="unit">Unit, null if it has none.</param>
    /// <param name="description">Description, null if it has none.</param>
    private protected Metric(string name, string? unit, string? description)
    {
        Name = name;
        Unit = unit;
        Description = description;
    }

    /// <summary>Name.</summary>
    public string Name { get; private init; }

    /// <summary>Unit, null if it has none.</summary>
    public string? Unit { get; private init; }

    /// <summary>Description, null if it has none.</summary>
    public string? Description { get; private init; }
}
