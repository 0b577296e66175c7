namespace Gauntlet.Domain.Indicators;

/// <summary>Something computed from a stream, one input after the other, in constant memory. Implementations are structs, so that loops inline them.</summary>
/// <remarks>A copy of an indicator with a window shares it with the original: copy definitions, not running indicators.</remarks>
/// <typeparam name="TIn">What comes in: a price, a pair of prices or a bar. A NaN makes the values that it enters NaN.</typeparam>
/// <typeparam name="TOut">What comes out.</typeparam>
public interface IIndicator<TIn, out TOut>
{
    /// <summary>Inputs until the first value.</summary>
    int WarmUp { get; }

    /// <summary>True once <see cref="WarmUp"/> inputs have been seen.</summary>
    bool IsReady { get; }

    /// <summary>The value after the last input; NaN before <see cref="IsReady"/>.</summary>
    TOut Value { get; }

    /// <summary>Takes the next input.</summary>
    void Update(in TIn input);

    /// <summary>Forgets every input: from here on it is as newly made.</summary>
    void Reset();
}
