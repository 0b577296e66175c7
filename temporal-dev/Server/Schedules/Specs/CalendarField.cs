using Temporalio.Api.Schedule.V1;

namespace Gauntlet.Temporal.Server.Schedules.Specs;

/// <summary>One field of a calendar: its limits, its names, and what it means when it is left out.</summary>
internal sealed record CalendarField(string Name, int Min, int Max, bool IsAllByDefault, params string[] Names)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    public static CalendarField Second { get; } = new("Second", 0, 59, false);

    public static CalendarField Minute { get; } = new("Minute", 0, 59, false);

    public static CalendarField Hour { get; } = new("Hour", 0, 23, false);

    public static CalendarField DayOfMonth { get; } = new("DayOfMonth", 1, 31, true);

    public static CalendarField Month { get; } = new("Month", 1, 12, true, Months);

    public static CalendarField Year { get; } = new("Year", 2000, 2100, true);

    /// <summary>Sunday is 0, and 7 as well.</summary>
    public static CalendarField DayOfWeek { get; } = new("DayOfWeek", 0, 7, true, Days);

    /// <summary>Reads <c>*</c>, numbers, names, ranges and steps, such as <c>1-5/2,mon</c>.</summary>
    /// <returns>The ranges; none where every year is meant, since that is how every year is stored.</returns>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">INVALID_ARGUMENT, naming the field.</exception>
    public IEnumerable<Temporalio.Api.Schedule.V1.Range> Parse(string text)
    {
        text = text.Trim();
        if (text.Length == 0) text = IsAllByDefault ? "*" : "0";
        if (text == "*" && this == Year) return [];
        return [.. text.Split(',').Select(Part)];
    }

    /// <summary>Checks ranges that a caller gave in numbers, and completes what they leave out.</summary>
    /// <exception cref="Gauntlet.Temporal.Grpc.GrpcException">INVALID_ARGUMENT, naming the field.</exception>
    public IEnumerable<Temporalio.Api.Schedule.V1.Range> Complete(IEnumerable<Temporalio.Api.Schedule.V1.Range> ranges) => [.. ranges.Select(range =>
    {
        Require(range.Start, $"invalid calendar spec: {Name} Start");
        if (range.End > range.Start) Require(range.End, $"invalid calendar spec: {Name} End");
        return Canonical(range.Start, Math.Max(range.Start, range.End), Math.Max(1, range.Step));
    })];

    private Temporalio.Api.Schedule.V1.Range Part(string part)
    {
        var step = 1;
        var halves = part.Split('/');
        if (halves.Length > 2 || (halves.Length == 2 && (!int.TryParse(halves[1], out step) || step < 1))) throw SpecError.Of($"{Name} has an invalid step");
        if (halves[0] == "*") return Canonical(Min, this == DayOfWeek ? Max - 1 : Max, step);
        var ends = halves[0].Split('-');
        if (ends.Length > 2) throw SpecError.Of($"{Name} has too many dashes");
        var start = Value(ends[0]);
        var end = ends.Length == 2 ? Value(ends[1]) : halves.Length == 2 ? Max : start;
        return end >= start ? Canonical(start, end, step) : throw SpecError.Of($"{Name} has end before start");
    }

    // Seven is Sunday too: alone it becomes zero, at the end of a range it stays.
    private Temporalio.Api.Schedule.V1.Range Canonical(int start, int end, int step) =>
        this == DayOfWeek && start == Max ? new() { Start = 0, End = 0, Step = step } : new() { Start = start, End = end, Step = step };

    private int Value(string text)
    {
        var named = Array.FindIndex(Names, name => text.StartsWith(name, StringComparison.OrdinalIgnoreCase));
        var value = named >= 0 ? named + Min : int.TryParse(text, out var number) ? number : throw SpecError.Of($"{Name} is not in range [{Min}-{Max}]");
        Require(value, Name);
        return value;
    }

    private int ShownMax => this == DayOfWeek ? Max - 1 : Max;

    private void Require(int value, string what)
    {
        if (value < Min || value > Max) throw SpecError.Of($"{what} is not in range [{Min}-{ShownMax}]");
    }
}
