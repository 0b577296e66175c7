namespace Temporalio.Worker.Slots;

/// <summary>How busy the machine is, measured at most ten times a second.</summary>
/// <remarks>Memory: the larger of what the runtime saw of the machine or container at its last collection and this process's working
/// set, as a share of what the process may use. Processors: this process's time, smoothed over about a second.</remarks>
internal sealed class MachineLoad(TimeProvider time) : IMachineLoad
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMilliseconds(100);

    private readonly Lock _gate = new();
    private long _measured;
    private TimeSpan _spent;
    private double _memory;
    private double _cpu;

    /// <summary>The load of this process's machine; suppliers of all workers look at the same.</summary>
    public static MachineLoad Shared { get; } = new(TimeProvider.System);

    /// <inheritdoc/>
    public (double Memory, double Cpu) Read()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var passed = time.GetElapsedTime(_measured, now);
            if (_measured == 0 || passed >= Fresh)
            {
                Measure(passed);
                _measured = now;
            }

            return (_memory, _cpu);
        }
    }

    private void Measure(TimeSpan passed)
    {
        var memory = GC.GetGCMemoryInfo();
        var most = Math.Max(1, memory.TotalAvailableMemoryBytes);
        _memory = (double)Math.Max(memory.MemoryLoadBytes, Environment.WorkingSet) / most;

        var spent = Environment.CpuUsage.TotalTime;
        if (_measured != 0)
        {
            var share = (spent - _spent) / (passed * Environment.ProcessorCount);
            var weight = Math.Min(1, passed.TotalSeconds);
            _cpu += (share - _cpu) * weight;
        }

        _spent = spent;
    }
}
