namespace Temporalio.Worker.Polling;

/// <summary>How many polls to keep open, by what the last ones brought. Pure.</summary>
/// <remarks>The server knows the backlog and says by how much to change. Once it has said so, an empty poll without its word means that
/// there are too many; a server that never says so leaves the number as it is. Overload halves it, other errors take one away.</remarks>
internal sealed class PollerScale
{
    private readonly int _minimum;
    private readonly int _maximum;
    private bool _serverDecides;

    private PollerScale(int minimum, int maximum, int initial)
    {
        _minimum = minimum;
        _maximum = maximum;
        Target = Math.Clamp(initial, minimum, maximum);
    }

    /// <summary>Polls to keep open.</summary>
    public int Target { get; private set; }

    /// <summary>Always the same number.</summary>
    public static PollerScale Fixed(int count) => new(count, count, count);

    /// <summary>A number between bounds.</summary>
    public static PollerScale Between(int minimum, int maximum, int initial) =>
        new(Math.Max(1, minimum), Math.Max(Math.Max(1, minimum), maximum), initial);

    /// <summary>A poll ended well.</summary>
    /// <param name="hasTask">Whether it brought a task.</param>
    /// <param name="delta">By how much the server wants the number to change; null if it said nothing.</param>
    public void Ended(bool hasTask, int? delta)
    {
        if (delta is { } change)
        {
            _serverDecides = true;
            Set(Target + change);
        }
        else if (!hasTask && _serverDecides)
        {
            Set(Target - 1);
        }
    }

    /// <summary>A poll failed.</summary>
    /// <param name="isOverload">Whether because the server has too much to do.</param>
    public void Failed(bool isOverload) => Set(isOverload ? Target / 2 : Target - 1);

    private void Set(int target) => Target = Math.Clamp(target, _minimum, _maximum);
}
