namespace Temporalio.Worker.Tuning;

/// <summary>The right to run one task.</summary>
public class SlotPermit
{
    /// <summary>A permit without data.</summary>
    public SlotPermit()
    {
    }

    /// <summary>A permit with data.</summary>
    /// <param name="data">Data of the supplier's own.</param>
    public SlotPermit(object data) => UserData = data;

    /// <summary>Data of the supplier's own. Default null.</summary>
    public object? UserData { get; init; }
}
