namespace Temporalio.Client.Schedules;

/// <summary>Numbers from one to another.</summary>
/// <param name="Start">First number.</param>
/// <param name="End">Last number, included.</param>
/// <param name="Step">From one number to the next.</param>
public record ScheduleRange(int Start, int End, int Step)
{
    /// <summary>Zero alone.</summary>
    public static readonly ScheduleRange Zero = new(0);

    /// <summary>One number.</summary>
    /// <param name="start">The number.</param>
    public ScheduleRange(int start)
        : this(start, start, 1)
    {
    }

    /// <summary>Every number from one to another.</summary>
    /// <param name="start">First number.</param>
    /// <param name="end">Last number, included.</param>
    public ScheduleRange(int start, int end)
        : this(start, end, 1)
    {
    }

    /// <summary>Reads a range from the wire, where an end or step left out stands for the shortest.</summary>
    internal static ScheduleRange FromProto(Api.Schedule.V1.Range proto) =>
        new(proto.Start, Math.Max(proto.Start, proto.End), Math.Max(proto.Step, 1));

    /// <summary>Writes the range for the wire.</summary>
    internal Api.Schedule.V1.Range ToProto() => new() { Start = Start, End = End, Step = Step };
}
