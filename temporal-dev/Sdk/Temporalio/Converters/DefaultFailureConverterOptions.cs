namespace Temporalio.Converters;

/// <summary>Options of <see cref="DefaultFailureConverter"/>.</summary>
public class DefaultFailureConverterOptions : ICloneable
{
    /// <summary>
    /// Whether message and stack trace travel as a payload, so that a codec can encrypt them. Default false.
    /// </summary>
    public bool EncodeCommonAttributes { get; set; }

    /// <summary>Makes a copy.</summary>
    /// <returns>The copy.</returns>
    public virtual object Clone() => MemberwiseClone();
}
