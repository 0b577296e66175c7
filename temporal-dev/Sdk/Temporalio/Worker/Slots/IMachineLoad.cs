namespace Temporalio.Worker.Slots;

/// <summary>How busy the machine is.</summary>
internal interface IMachineLoad
{
    /// <summary>Memory and processors in use, as fractions.</summary>
    (double Memory, double Cpu) Read();
}
