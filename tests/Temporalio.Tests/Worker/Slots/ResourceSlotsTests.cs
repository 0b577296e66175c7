using Temporalio.Worker.Slots;
using Temporalio.Worker.Tuning;

namespace Temporalio.Tests.Worker.Slots;

public class ResourceSlotsTests
{
    private static readonly SlotReserveContext Asked = new(SlotType.Activity, "tq", "me", "build", IsSticky: false);

    private readonly ManualTime _time = new();
    private readonly FixedLoad _load = new();

    // Defaults as the official options state them: 5 or 1 at least, 500 at most, 50 ms between activities.
    [Theory]
    [InlineData(SlotType.Workflow, 5, 0)]
    [InlineData(SlotType.Activity, 1, 50)]
    [InlineData(SlotType.LocalActivity, 1, 50)]
    public void Bounds_ByDefault_AreThoseOfTheKind(SlotType type, int minimum, int rampMilliseconds) =>
        ResourceBounds.Of(type, new()).ShouldBe(new(minimum, 500, TimeSpan.FromMilliseconds(rampMilliseconds)));

    [Fact]
    public void Slots_OnABusyMachine_AreTheMinimum()
    {
        _load.Cpu = 1;
        Take(Slots(new(2, 10, TimeSpan.Zero))).ShouldBe(2);
    }

    [Fact]
    public void Slots_WithoutMemory_AreTheMinimum()
    {
        _load.Memory = 0.9;
        Take(Slots(new(2, 10, TimeSpan.Zero))).ShouldBe(2);
    }

    [Fact]
    public void Slots_OnAnIdleMachine_AreTheMaximum() => Take(Slots(new(2, 10, TimeSpan.Zero))).ShouldBe(10);

    [Fact]
    public void Slots_AboveTheMinimum_ComeAtTheRamp()
    {
        var slots = Slots(new(2, 10, TimeSpan.FromMilliseconds(50)));
        Take(slots).ShouldBe(2);

        _time.Advance(TimeSpan.FromMilliseconds(50));

        Take(slots).ShouldBe(1);
    }

    [Fact]
    public void Slots_ThatComeBack_AreGivenAgain()
    {
        var slots = Slots(new(1, 1, TimeSpan.Zero));
        var permit = slots.TryReserve(Asked).ShouldNotBeNull();
        slots.TryReserve(Asked).ShouldBeNull();

        slots.Release(null, permit);

        slots.TryReserve(Asked).ShouldNotBeNull();
    }

    [Fact]
    public async Task Reserve_WhenLoadFalls_GoesOn()
    {
        _load.Cpu = 1;
        var slots = Slots(new(0, 10, TimeSpan.Zero));
        var reserving = slots.ReserveAsync(Asked, CancellationToken.None);
        reserving.IsCompleted.ShouldBeFalse();

        _load.Cpu = 0;
        _time.Advance(TimeSpan.FromMilliseconds(50));

        (await reserving.WaitAsync(TimeSpan.FromSeconds(10))).ShouldNotBeNull();
    }

    private static int Take(ResourceSlots slots)
    {
        var count = 0;
        while (slots.TryReserve(Asked) != null)
        {
            count++;
        }

        return count;
    }

    private ResourceSlots Slots(ResourceBounds bounds) => new(bounds, new(0.8, 0.9), _load, _time);

    private sealed class FixedLoad : IMachineLoad
    {
        public double Memory { get; set; }

        public double Cpu { get; set; }

        public (double Memory, double Cpu) Read() => (Memory, Cpu);
    }
}
