using Temporalio.Common;

namespace Temporalio.Worker.Instances;

/// <summary>Randomness that every replay repeats.</summary>
/// <param name="instance">The run.</param>
internal sealed class RunRandomness(WorkflowInstance instance)
{
    private DeterministicRandom? _random;

    /// <summary>The generator.</summary>
    public DeterministicRandom Random
    {
        get
        {
            instance.Guard.RequireEffects("use workflow randomness");
            return _random!;
        }
    }

    /// <summary>Begins anew with the seed that belongs to a run id.</summary>
    public void Seed(string runId) => _random = new(SipHash.OfText(runId));

    /// <summary>A GUID of version 4.</summary>
    public Guid NewGuid()
    {
        var bytes = new byte[16];
        Random.NextBytes(bytes);
        bytes[7] = (byte)((bytes[7] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes);
    }
}
