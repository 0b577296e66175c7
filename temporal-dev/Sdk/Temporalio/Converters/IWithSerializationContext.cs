namespace Temporalio.Converters;

/// <summary>For converters and codecs that depend on what a payload belongs to.</summary>
/// <typeparam name="T">Kind of converter or codec.</typeparam>
public interface IWithSerializationContext<T>
{
    /// <summary>Makes the converter or codec for a context.</summary>
    /// <param name="context">What the payloads belong to.</param>
    /// <returns>The one to use, may be this one.</returns>
    T WithSerializationContext(ISerializationContext context);
}
